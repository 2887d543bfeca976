import { onlookers } from '../codes.ts'

/** The organisations that hold an event: those whose members may change it. Guests, and whom it is about, are none. */
export function holdersOf(organisations: readonly { id: string; role: string }[]): string[] {
  return organisations.flatMap(({ id, role }) => (onlookers.includes(role) ? [] : [id]))
}
