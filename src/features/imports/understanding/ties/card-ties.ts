import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Outline, Unit } from '../outline.ts'
import { type ColumnRole, roleOfHeader } from './columns.ts'
import { areTwoSides, type StatedTie, sentenceAt } from './tie.ts'

interface Field {
  unit: Unit
  role: ColumnRole
  value: string
  from: number
}

/** The ties that cards state: « Collectivité : A », « Partenaire : B », « Nature : … », a line each. */
export function cardTies(outline: Outline, mentions: Mentions): StatedTie[] {
  return cardsOf(outline).flatMap((fields): StatedTie[] => {
    const party = fields.find(({ role }) => role === 'party')
    const partner = fields.find(({ role }) => role === 'partner')
    const one = party && nameIn(party, mentions)
    const other = partner && nameIn(partner, mentions)
    if (partner && seeksPartner.test(partner.value)) return []
    if (!party || !partner || !one || !other || !areTwoSides(one, other)) return []
    const told = fields.flatMap(({ unit }) => unit.sentences)
    const kind = fields.find(({ role }) => role === 'kind')
    return [
      {
        parties: [one, other],
        stated: sentenceAt(partner.unit, 0),
        told,
        by: 'list',
        within: null,
        kindWords: kind ? kind.value : '',
        cells: fields.map(({ unit, role, from }) => ({
          unit,
          role,
          start: from,
          end: unit.passage.text.length,
        })),
        isBeside: false,
      },
    ]
  })
}

const seeksPartner =
  /recherch|cherche|sans partenaire|aucun|neant|a trouver|looking for|seeking|none|없음|희망|모집/

/** The parties of cards that look for a partner, with the field that states it. */
export function seekersOnCards(
  outline: Outline,
  mentions: Mentions,
): { party: AuthorityMention; unit: Unit }[] {
  return cardsOf(outline).flatMap((fields) => {
    const party = fields.find(({ role }) => role === 'party')
    const partner = fields.find(({ role }) => role === 'partner')
    const mention = party && nameIn(party, mentions)
    return mention && partner && /recherch|cherche|looking for|seeking|희망|모집/.test(partner.value)
      ? [{ party: mention, unit: partner.unit }]
      : []
  })
}

/** Runs of « label : value » lines; a repeated label begins the next card. */
function cardsOf({ units }: Outline): Field[][] {
  const cards: Field[][] = []
  let card: Field[] = []
  const close = () => {
    if (card.length > 1) cards.push(card)
    card = []
  }
  for (const unit of units) {
    const field = readField(unit)
    if (!field && (unit.passage.kind === 'title' || card.length === 0)) close()
    if (field && field.role === 'party' && card.some(({ role }) => role === 'party')) close()
    if (field) card.push(field)
    else if (card.length > 0 && unit.passage.kind !== 'title')
      card.push({ unit, role: 'notes', value: unit.plain, from: 0 })
  }
  close()
  return cards
}

function readField(unit: Unit): Field | null {
  if (unit.passage.kind === 'title' || unit.passage.kind === 'row') return null
  const match = /^ ?([^:.]{2,40}?) ?: ?(.+)$/u.exec(unit.plain)
  if (!match) return null
  const role = roleOfHeader(match[1] ?? '')
  return role === 'other' || role === 'number'
    ? null
    : { unit, role, value: match[2] ?? '', from: match[0].length - (match[2] ?? '').length }
}

function nameIn({ unit, from }: Field, { authorities, possible }: Mentions): AuthorityMention | undefined {
  const inside = (all: readonly AuthorityMention[] | undefined) =>
    (all ?? []).find(({ start }) => start >= from)
  return inside(authorities.get(unit)) ?? inside(possible.get(unit))
}
