package org.percolith.cli.result;

import java.util.OptionalDouble;
import org.percolith.cli.table.Measurement;
import org.percolith.trajectory.quantity.Estimate;

/**
 * A measured value and what the runs say.
 *
 * @param computed in the unit of the measurement; of a T₁ minimum its temperature, K
 * @param z (ln computed - ln measured) over the errors of both; of a T₁ minimum of the temperatures themselves
 * @param basis what the computed value rests on
 */
public record ComparedMeasurement(Measurement measured, Estimate computed, OptionalDouble z, String basis) {}
