/** HDF5 files by step, and H5MD. */
@NullMarked
package org.percolith.trajectory.format.hdf5;

import org.jspecify.annotations.NullMarked;
