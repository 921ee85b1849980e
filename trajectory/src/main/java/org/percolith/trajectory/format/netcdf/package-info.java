/** Classic NetCDF: AMBER trajectories, HIST files of ABINIT. */
@NullMarked
package org.percolith.trajectory.format.netcdf;

import org.jspecify.annotations.NullMarked;
