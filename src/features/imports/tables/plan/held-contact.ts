import { fold } from '../../../../platform/search/index.ts'
import type { Post } from '../../../contacts/index.ts'
import type { RowFacts } from '../rows/row-facts.ts'

/** A contact that rows are compared with: of the network, or of an earlier row. */
export interface HeldContact {
  organisationId: string
  /** Null for a contact that the table itself adds. */
  postId: string | null
  /** The row that adds it, or the first that named it. */
  row: number | null
  /** The name of the post, folded, in each of its languages. */
  posts: string[]
  /** Whether the post has a holder. */
  isHeld: boolean
  /** The holder's name, folded, in each script; empty where the importer may not see it. */
  persons: string[]
  isWithheld: boolean
  address: string | null
  telephone: string | null
  /** As written in the table, for a contact that the table adds. */
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

/** A contact that a row adds. */
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

/** A person’s name in any order of its parts: « DUPRÉ Jeanne » is « Jeanne Dupré ». */
export function personKey(name: string): string {
  return fold(name).split(' ').toSorted().join(' ')
}

/** A number by its digits: `+33 1 23` and `01 23` differ, `01.23` and `0123` do not. */
export function telephoneKey(telephone: string): string {
  return telephone.replaceAll(/[^\d+]/g, '')
}
