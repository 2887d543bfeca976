import { onlookers } from '../codes.ts'

/** The organisations that hold an event: those whose members may change it. Guests and the subjects of an event are not holders. */
export function holdersOf(organisations: readonly { id: string; role: string }[]): string[] {
  return organisations.flatMap(({ id, role }) => (onlookers.includes(role) ? [] : [id]))
}
