import { fold } from '../../../../platform/search/index.ts'
import type { Post } from '../../../contacts/index.ts'
import type { RowFacts } from '../rows/row-facts.ts'

/** A contact as rows are set beside it: of the network, or of an earlier row. */
export interface HeldContact {
  organisationId: string
  /** Null for one that the table itself begins. */
  postId: string | null
  /** The row that begins it, or the first that named it. */
  row: number | null
  /** What the post is called, folded, in each of its languages. */
  posts: string[]
  /** Somebody holds it. */
  isHeld: boolean
  /** Who does, folded, in each script; none where whoever imports may not know. */
  persons: string[]
  isWithheld: boolean
  address: string | null
  telephone: string | null
  /** As the table writes them, where it is the table that began the contact. */
  written: { post: string; person: string } | null
}

export function heldContact({ id, organisation, function: called, isHeld, holder }: Post): HeldContact {
  return {
    organisationId: organisation.id,
    postId: id,
    row: null,
    posts: Object.values(called).map(({ text }) => fold(text)),
    isHeld,
    persons: Object.values(holder?.name ?? {}).map(personKey),
    isWithheld: isHeld && (holder === null || holder.withheld !== null),
    address: holder?.email ?? null,
    telephone: holder?.telephone ?? null,
    written: null,
  }
}

/** A contact that a row begins. */
export function contactOfRow(facts: RowFacts, organisationId: string): HeldContact {
  return {
    organisationId,
    postId: null,
    row: facts.number,
    posts: [fold(facts.post)],
    isHeld: facts.person !== '',
    persons: facts.person === '' ? [] : [personKey(facts.person)],
    isWithheld: false,
    address: facts.address === '' ? null : facts.address.toLowerCase(),
    telephone: facts.telephone === '' ? null : facts.telephone,
    written: { post: facts.post, person: facts.person },
  }
}

/** A person’s name whichever of its parts comes first: « DUPRÉ Jeanne » is « Jeanne Dupré ». */
export function personKey(name: string): string {
  return fold(name).split(' ').toSorted().join(' ')
}

/** A number by its digits: `+33 1 23` and `01 23` differ, `01.23` and `0123` do not. */
export function telephoneKey(telephone: string): string {
  return telephone.replaceAll(/[^\d+]/g, '')
}
