import type { Context } from '../../../../platform/context/context.ts'
import {
  addContact,
  amendContact,
  type ContactPlace,
  type ContactRow,
  tellContact,
} from './contacts.commands.ts'
import type { Amended, Made } from './made.ts'

/** Writes contacts, and remembers the posts that the rows before have added. */
export class ContactWriter {
  readonly #place: ContactPlace
  /** By what stands for them in the plan. */
  readonly #posts = new Map<string, string>()

  constructor(place: ContactPlace) {
    this.#place = place
  }

  /** Contacts of some rows: new ones, and what others tell of those that are there. */
  async write(
    context: Context,
    contacts: readonly ContactRow[],
  ): Promise<{ made: Made[]; amended: Amended[] }> {
    const written: { made: Made[]; amended: Amended[] } = { made: [], amended: [] }
    for (const contact of contacts) {
      const { row } = contact
      const postId = this.#posts.get(row.pair)
      if (row.state === 'new') {
        const made = await addContact(context, this.#place, contact)
        this.#posts.set(row.pair, made.id)
        written.made.push(made)
      } else if (row.known !== null)
        written.amended.push(await amendContact(context, this.#place, contact, row.known))
      // What belongs to a post that the import itself has added goes with it.
      else if (postId !== undefined) await tellContact(context, this.#place, contact, postId)
    }
    return written
  }
}
