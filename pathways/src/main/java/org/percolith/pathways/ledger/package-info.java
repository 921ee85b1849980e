/** The terms of σ = (1/6)(f/H_R)(c q²/kBT) a² Γ, Γ = ν₀ exp(ΔS/kB) exp(-ΔH/kBT), each measured, and whether they close. */
@NullMarked
package org.percolith.pathways.ledger;

import org.jspecify.annotations.NullMarked;
