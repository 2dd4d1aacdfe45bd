/**
 * How a search decides: a pure fold over what happened. {@link
 * io.scarlet.evolution.Decider#apply(io.scarlet.evolution.SearchState,
 * io.scarlet.evolution.SearchEvent)} takes a fact or a decision into the state, {@link
 * io.scarlet.evolution.Step} a fact with all that follows.
 *
 * <p>Searches go on in generations: one closes when every slot has its outcome, and outcomes are
 * taken in slot order, so neither the order of their arrival nor the number of workers can change a
 * decision. That is given up only where a request asks for it, with a {@link
 * io.scarlet.evolution.Mode} or an {@link io.scarlet.evolution.Adoption} for which the order of the
 * facts decides. Where candidates come from is the {@link io.scarlet.evolution.Strategy}.
 *
 * <p>Belongs here: facts, decisions, the state and the rules between them. Does not belong here:
 * clocks, ambient randomness, I/O, serialisation.
 */
package io.scarlet.evolution;
