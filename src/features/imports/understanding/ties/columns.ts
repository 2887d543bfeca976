import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Unit } from '../outline.ts'

export type ColumnRole =
  | 'party'
  | 'partner'
  | 'country'
  | 'kind'
  | 'date'
  | 'since'
  | 'themes'
  | 'state'
  | 'notes'
  | 'number'
  | 'other'

/** Titles of columns, over plain copies; the first that matches counts. */
const headers: readonly [ColumnRole, RegExp][] = [
  ['number', /^(?:n|no|n°|rang|번호|연번|순번|순)$/],
  ['country', /^(?:pays|country|nation|국가|국가명|나라|국\s*가|pays partenaire|국가\/지역)(?: |$|\/|\()/],
  ['since', /^(?:depuis|debut|since|start|시작|개시|교류 ?시작)/],
  [
    'date',
    /date|annee|signature|signe le|year|signed|결연일|체결일|일자|연도|년도|체결 ?연월|결연 ?연월|시기/,
  ],
  [
    'kind',
    /nature|type|kind|statut juridique|cadre|instrument|구분|유형|형태|종류|관계|accord|convention|lien|agreement|relationship|협정/,
  ],
  [
    'themes',
    /domaine|theme|thematique|champ|secteur|axes|field|topic|분야|교류내용|주요 ?내용|교류 ?분야|협력 ?분야|내용/,
  ],
  ['state', /etat|situation|avancement|status|state|상태|현황|추진/],
  [
    'partner',
    /^avec(?: qui)?$|^with(?: whom)?$|partenaire|jumelle|jumelee|ville soe?ur|partner|twin|sister|collectivite (?:etrangere|marocaine|coreenne|libanaise|[a-z]+aise|[a-z]+ienne|[a-z]+aine)|ville (?:[a-z]+aise|[a-z]+ienne|[a-z]+aine|etrangere)|homologue|상대|결연 ?도시|자매 ?도시|우호 ?도시|교류 ?도시|도시명|도시|결연기관|해외|외국|기관명|지역명|지역/,
  ],
  [
    'party',
    /^qui$|^who$|maitre d'ouvrage|chef de file|beneficiaire|beneficiary|porteur|collectivite|commune|ville|territoire|departement|region|authority|city|town|council|자치단체|지자체|단체|시도|시·도|시군구|시군|시·군|기관|우리/,
  ],
  ['notes', /observation|remarque|commentaire|note|비고|참고|remark|comment/],
]

export interface Columns {
  roles: ColumnRole[]
  /** The rows with the contents of the columns. */
  body: Unit[]
  head: Unit | null
}

/** The contents of the columns of a table, by their titles and their cells. */
export function readColumns(rows: readonly Unit[], mentions: Mentions): Columns {
  const first = rows[0]
  const width = Math.max(0, ...rows.map(({ passage }) => passage.cells.length))
  const named = first ? first.passage.cells.map((_, at) => roleOfHeader(cellPlain(first, at))) : []
  const isHead =
    first !== undefined &&
    (first.passage.cells.every(({ isHead: head }) => head) ||
      named.filter((role) => role !== 'other').length >= 2)
  const body = isHead ? rows.slice(1) : [...rows]
  const roles: ColumnRole[] = Array.from({ length: width }, (_, at) =>
    isHead ? (named[at] ?? 'other') : 'other',
  )
  // Adjacent columns 자매도시 and 우호도시 hold the partners of one owner.
  const areKinds =
    first !== undefined &&
    first.passage.cells.filter((_, at) =>
      /자매|우호|결연|jumel|sister|amitie|friendship/u.test(cellPlain(first, at)),
    ).length >= 2
  settle(roles, body, mentions, areKinds)
  return { roles, body, head: isHead ? (first ?? null) : null }
}

export function roleOfHeader(title: string): ColumnRole {
  // 자매도시(결연일), 관계(체결연도): the content of the column, with the day beside each.
  const bare = /도시|지역|기관|관계|구분|유형|형태|종류/u.test(title)
    ? title.replace(/\([^)]*\)/gu, '').trim()
    : title.trim()
  return headers.find(([, pattern]) => pattern.test(bare))?.[0] ?? 'other'
}

export function cellPlain(unit: Unit, at: number): string {
  const cell = unit.passage.cells[at]
  return cell ? unit.plain.slice(cell.start, cell.end) : ''
}

export function mentionsInCell(unit: Unit, at: number, mentions: Mentions): AuthorityMention[] {
  const cell = unit.passage.cells[at]
  if (!cell) return []
  return (mentions.authorities.get(unit) ?? []).filter(
    ({ start, end }) => start >= cell.start && end <= cell.end,
  )
}

// If titles do not settle it, cells do: a column is one of authorities if most of its cells name one.
function settle(roles: ColumnRole[], body: readonly Unit[], mentions: Mentions, areKinds: boolean): void {
  for (const [role, pattern] of byContent) {
    if (roles.includes(role)) continue
    const at = roles.findIndex(
      (own, column) => own === 'other' && shareOf(body, column, (plain) => pattern.test(plain)) >= 0.5,
    )
    if (at >= 0) roles[at] = role
  }
  const share = (at: number) =>
    body.filter((row) => mentionsInCell(row, at, mentions).length > 0).length /
    Math.max(1, body.filter((row) => !/^[\s-]*$/u.test(cellPlain(row, at))).length)
  const places = roles
    .map((role, at) => ({ role, at }))
    .filter(({ role, at }) => ['party', 'partner', 'other'].includes(role) && share(at) >= 0.5)
    // « course cycliste Colmar–Schongau relancée en 2022 »: words that name towns are no column of towns.
    .filter(({ role, at }) => role !== 'other' || shareOf(body, at, (plain) => plain.length < 45) >= 0.5)
  const partners = places.filter(({ role }) => role === 'partner')
  const parties = places.filter(({ role }) => role === 'party')
  // « Collectivité française | Partenaire »: all names of the second may be unknown.
  const areTwo = roles.filter((role) => role === 'partner').length >= 2
  if (areTwo && parties.length === 0 && !areKinds) {
    const own = roles.indexOf('partner')
    if (partners[0]?.at === own) roles[own] = 'party'
  }
  if (parties.length >= 2 && partners.length === 0) roles[parties[1]?.at ?? 0] = 'partner'
  if (parties.length === 1 && !roles.includes('partner') && places.length === 1)
    roles[parties[0]?.at ?? 0] = 'partner'
  const open = places.filter(({ role }) => role === 'other')
  for (const { at } of open) {
    if (!roles.includes('party') && !roles.includes('partner'))
      roles[at] = open.length > 1 ? 'party' : 'partner'
    else if (!roles.includes('partner')) roles[at] = 'partner'
  }
  if (open.length === 0 && !roles.includes('partner') && parties.length === 0 && places[0])
    roles[places[0].at] = 'partner'
}

const byContent: readonly [ColumnRole, RegExp][] = [
  [
    'kind',
    /^(?:jumelage|accord|convention|pacte|charte|protocole|mou\b|memorandum|lettre|declaration|partenariat|amitie|twinning|sister|friendship|agreement|자매|우호|협약|협정|양해각서|의향서)/,
  ],
  ['date', /^[^a-z]{0,4}(?:\d{1,2}[./ -]){0,2}(?:[a-z]{3,9}\.? )?(?:19|20)\d{2}[^a-z]{0,10}$/],
]

function shareOf(body: readonly Unit[], at: number, says: (plain: string) => boolean): number {
  const cells = body.map((row) => cellPlain(row, at)).filter((plain) => plain.trim() !== '')
  return cells.length === 0 ? 0 : cells.filter((plain) => says(plain.trim())).length / cells.length
}
