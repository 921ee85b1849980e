package org.percolith.trajectory.format.vasp;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameter list near the top of OUTCAR: {@code POTIM = 2.0000 time-step for ionic-motion}. */
public final class OutcarTags {

    private static final Pattern ML_MODE = Pattern.compile("^\\s*(ML_MODE)\\s*=\\s*(\\w+)");
    private static final Pattern TAG =
            Pattern.compile("^\\s*(POTIM|NBLOCK|TEBEG|TEEND|IBRION|SMASS|MDALGO|ISIF|ML_OUTBLOCK)"
                    + "\\s*=\\s*([-+0-9.EeDd]+)(?:\\s*;\\s*(KBLOCK|TEEND)\\s*=\\s*([-+0-9.EeDd]+))?");

    private OutcarTags() {}

    /** Adds what a line states; the first statement of a tag counts. */
    public static void read(String line, Map<String, String> tags) {
        if (line.indexOf('=') < 0) {
            return;
        }
        Matcher mode = ML_MODE.matcher(line);
        if (mode.find()) {
            tags.putIfAbsent(mode.group(1), mode.group(2));
        }
        Matcher matcher = TAG.matcher(line);
        if (matcher.find()) {
            tags.putIfAbsent(matcher.group(1), matcher.group(2));
            if (matcher.group(3) != null) {
                tags.putIfAbsent(matcher.group(3), matcher.group(4));
            }
        }
    }
}
