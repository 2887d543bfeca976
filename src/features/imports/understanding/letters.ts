import { fold } from '../../../platform/search/index.ts'
import type { AuthorityMention } from './names/authority-mention.ts'
import type { Mentions } from './names/find-mentions.ts'
import type { Outline, Unit } from './outline.ts'
import { isHeadLine } from './split-letters.ts'
import { addresseeOf } from './ties/letters.ts'
import { ownerOf } from './ties/owners.ts'
import { areTwoSides, isSameParty } from './ties/tie.ts'

/** One of the mails in a text, as a text of its own, with the authorities of its writer and recipient where they are known. */
export interface Letter {
  outline: Outline
  /** The lines with writer, recipients and time. */
  head: readonly Unit[]
  owner: AuthorityMention | null
  addressee: AuthorityMention | null
}

/** The mails of a text, in its order, usually the newest first; the text itself if it does not consist of several. */
export function lettersOf(outline: Outline, mentions: Mentions): Letter[] {
  const outlines = apart(outline)
  if (outlines.length < 2) {
    const addressee = addresseeOf(outline, mentions)
    return [{ outline, head: [], addressee, owner: ownerOf(outline, mentions, addressee) }]
  }
  const letters = outlines.map((own) => ({ own, head: headOf(own), ...namesOf(headOf(own)) }))
  const sides = letters.map((letter) => ({ ...letter, side: sideOf(letter, mentions) }))
  // A person known in one mail is known in the others: « Camille » signs the second one.
  const known = (name: string | null) =>
    name === null
      ? null
      : (sides.find((each) => each.side && isSameName(each.writer, name))?.side ??
        sideIn(
          letters.flatMap(({ head }) => head).filter(({ passage }) => isNamedIn(passage.text, name)),
          mentions,
        ))
  const written = sides.map((letter) => letter.side ?? known(letter.writer))
  const different = written
    .filter((side) => side !== null)
    .filter((side, at, all) => all.findIndex((each) => isSameParty(each, side)) === at)
  return sides.map(({ own, head, reader, writer }, at) => {
    const other = (owner: AuthorityMention | null) =>
      different.length === 2 && owner ? (different.find((each) => areTwoSides(each, owner)) ?? null) : null
    const named = addresseeOf(own, mentions) ?? sideIn(head.filter(isToLine), mentions) ?? known(reader)
    const writing =
      written[at] ??
      // Quoted words without a head are those of the person who is answered.
      (at === 0 ? ownerOf(own, mentions, named) : writer === null ? other(written[0] ?? null) : null)
    // If the authority of the writer is unknown, the mail concerns the recipients.
    const owner = writing ?? named
    const addressee = named && owner && isSameParty(named, owner) ? null : (named ?? other(owner))
    return { outline: own, head, owner, addressee }
  })
}

/** Each mail as an outline that shares its passages with the whole. */
function apart(outline: Outline): Outline[] {
  const numbers = [...new Set(outline.units.map(({ letter }) => letter))].sort((a, b) => a - b)
  return numbers.map((number) => {
    const isOwn = ({ letter }: Unit) => letter === number
    return {
      ...outline,
      root: {
        ...outline.root,
        sections: outline.root.sections.filter(({ title }) => title && isOwn(title)),
        units: outline.root.units.filter(isOwn),
      },
      units: outline.units.filter(isOwn),
      titles: outline.titles.filter(isOwn),
    }
  })
}

function headOf({ units }: Outline): Unit[] {
  const start = units.findIndex(({ plain }) => isHeadLine(plain.trim()))
  if (start < 0 || start > 3) return []
  const rest = units.slice(start)
  const end = rest.findIndex(({ plain }) => !isHeadLine(plain.trim()))
  return end < 0 ? rest : rest.slice(0, end)
}

const fromLine = /^\W*(?:de|from|von|expediteur|보낸 ?(?:사람|이)|발신(?:자|인)?) ?[:：] ?/u
const toLine = /^\W*(?:a|to|an|destinataires?|받는 ?(?:사람|이)|수신(?:자|인)?) ?[:：] ?/u
const isToLine = ({ plain }: Unit) => toLine.test(plain)

/** The names of the writer and the recipient, from the head. */
function namesOf(head: readonly Unit[]): { writer: string | null; reader: string | null } {
  const named = (pattern: RegExp) => {
    for (const { plain, passage } of head) {
      const lead = pattern.exec(plain)?.[0].length
      if (lead !== undefined) return nameIn(passage.text.slice(lead, endOfField(plain, lead)))
    }
    return null
  }
  const reply = head.find(({ plain }) => /(?:a ecrit|ecrivait|wrote|schrieb) ?:$/u.test(plain.trim()))
  // Le jeu. 3 mai 2021 à 10:02, Jean Dupont <j.dupont@…> a écrit :
  const said = reply
    ? /(?:\d,? |, )([^\d,]{3,60}?) ?(?:<|a écrit|écrivait|wrote|schrieb)/u.exec(reply.passage.text)?.[1]
    : undefined
  return { writer: named(fromLine) ?? (said ? nameIn(said) : null), reader: named(toLine) }
}

/** The beginning of the next field in a head of one passage: « De : A À : B Date : … ». */
function endOfField(plain: string, from: number): number {
  const next = nextField.exec(plain.slice(from))
  return next ? from + next.index : plain.length
}

const nextField =
  /\s(?:a|to|cc|date|envoye(?: le)?|sent|objet|subject|받는 ?사람|수신(?:자|인)?|참조|보낸 ?날짜|날짜|제목) ?[:：]/u

const nameIn = (text: string) => {
  const name = /^[^<(,;@]+/u.exec(text.replace(/^["“ ]+/u, ''))?.[0].trim() ?? ''
  return name.length > 1 ? name : null
}

const isNamedIn = (text: string, name: string) => ` ${fold(text)} `.includes(` ${fold(name)} `)
const isSameName = (one: string | null, other: string) => one !== null && fold(one) === fold(other)

/** The authority of a writer: from the head of the mail, or its signature. */
function sideOf({ own, head }: { own: Outline; head: readonly Unit[] }, mentions: Mentions) {
  const writing = head.filter(({ plain }) => fromLine.test(plain) || /wrote|ecrit|작성/u.test(plain))
  return sideIn(writing, mentions) ?? introduced(own, head, mentions) ?? signedFor(own, head, mentions)
}

/** The authority that lines of a head name with a person, or by the address of one. */
const sideIn = (lines: readonly Unit[], mentions: Mentions): AuthorityMention | null =>
  lines.flatMap((unit) =>
    (mentions.authorities.get(unit) ?? []).filter(({ start }) => start < endOfField(unit.plain, 1)),
  )[0] ?? addressed(lines, mentions)

/** 평택시 국제교류팀 정유나입니다: at the head of the body. */
function introduced({ units }: Outline, head: readonly Unit[], { authorities }: Mentions) {
  for (const unit of units.filter((each) => !head.includes(each)).slice(0, 3))
    for (const mention of authorities.get(unit) ?? [])
      if (/^[가-힣 ]{0,24}[가-힣]{2,4}입니다/u.test(unit.passage.text.slice(mention.end))) return mention
  return null
}

/** « Chargée des relations internationales, Ville de Concarneau », 통영시 국제협력팀: short lines at the end. */
function signedFor({ units }: Outline, head: readonly Unit[], { authorities }: Mentions) {
  const lines = units
    .filter((unit) => !head.includes(unit))
    .slice(-5)
    .filter(
      ({ passage }) =>
        passage.kind === 'paragraph' && passage.text.length < 110 && !/[.!?]$/u.test(passage.text),
    )
  return lines.flatMap((unit) => (authorities.get(unit) ?? []).slice(0, 1)).at(-1) ?? null
}

/** c.vasseur@ville-valence.fr: an authority that the text names elsewhere. */
function addressed(lines: readonly Unit[], { authorities }: Mentions): AuthorityMention | null {
  const host = lines.map(({ passage }) => /@([\w.-]+)/u.exec(passage.text)?.[1]).find((each) => each)
  if (!host) return null
  const words = fold(host.replace(/[.-]/g, ' '))
  const all = [...authorities.values()].flat()
  return all.find(({ name }) => name.length > 3 && ` ${words} `.includes(` ${fold(name)} `)) ?? null
}
