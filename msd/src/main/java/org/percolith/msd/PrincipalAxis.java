package org.percolith.msd;

import org.percolith.trajectory.quantity.Estimate;

/**
 * One principal axis of the diffusivity.
 *
 * @param cm2PerS diffusivity along the axis, cm²/s; an upper bound where the axis counts as confined
 * @param direction unit vector in Cartesian axes
 * @param directionLattice the same direction as u a + v b + w c, its largest component 1
 */
public record PrincipalAxis(Estimate cm2PerS, Direction direction, Direction directionLattice) {

    /** True where ions move along this axis beyond what cage noise explains. */
    public boolean resolved() {
        return cm2PerS instanceof Estimate.Measured;
    }
}
