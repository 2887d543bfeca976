import type { Context } from '../../../../platform/context/context.ts'
import { WrongInput } from '../../../../platform/http/problems.ts'
import { refuseRepeated } from '../../../../platform/records/api/program-entries.ts'
import { WrongParts } from '../../../../platform/records/api/wrong-parts.ts'
import { findIdsBySlug } from '../../../directory/picking/index.ts'
import { type Entry, hasEnded, isSameRole } from './member-list.ts'
import type { SentMember } from './schema.ts'

/** The list that a program sent, based on the present one. Refuses unknown organisations and ids, each at its place. */
export async function readMembers(
  context: Context,
  sent: readonly SentMember[],
): Promise<(before: Entry[]) => Entry[]> {
  const wrong = new WrongParts()
  const at = (index: number, field: string) => ['members', index, field]
  const named = sent.flatMap(({ organisation, of }, index) => [
    { slug: organisation, path: at(index, 'organisation') },
    ...(of === null ? [] : [{ slug: of, path: at(index, 'of') }]),
  ])
  const idOf = await findIdsBySlug(context, named, wrong)
  return (before) => {
    const wanted = sent.map(({ id, organisation, role, of, from, until }, index): Entry => {
      const said = { organisationId: idOf(organisation), role, ofId: of === null ? null : idOf(of) }
      const isMeant = (entry: Entry) =>
        id === undefined
          ? isSameRole(entry, { ...said, id: null, from: null, until: null }) &&
            !hasEnded(entry, context.today)
          : entry.id === id
      const [known, another] = before.filter(isMeant)
      if (another) wrong.add(at(index, 'id'), `an id: ${organisation} has this role in several periods`)
      if (id !== undefined && !known)
        wrong.add(at(index, 'id'), 'the id of an entry of this list; a new one has none until it is written')
      const period = { from: from ?? null, until: until ?? null }
      if (!known) return { id: null, ...said, ...period }
      if (from === undefined) period.from = known.from
      if (until === undefined) period.until = known.until
      return { id: known.id, ...said, ...period }
    })
    refuseRepeated(
      wanted.map(({ id }, index) => id ?? `${index}`),
      (index) => at(index, 'organisation'),
      wrong,
    )
    if (wrong.errors.length > 0) throw new WrongInput(wrong.errors)
    return wanted
  }
}
