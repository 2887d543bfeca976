import { fold } from '../../../../platform/search/index.ts'
import type { Outline, Unit } from '../outline.ts'
import { koreanPersons } from './korean-persons.ts'
import { isPersonName, latinPersons } from './latin-persons.ts'
import type { PersonMention } from './person-mention.ts'
import { latinRole } from './roles.ts'

/**
 * The persons that a text names, by passage: from the words beside each name, from lists and tables, and from surnames elsewhere in
 * the text.
 */
export function personsOfText(outline: Outline): Map<Unit, PersonMention[]> {
  const persons = new Map(outline.units.map((unit) => [unit, personsIn(unit)]))
  for (const person of listedPersons(outline, persons)) add(persons, person)
  const surnames = new Set(
    [...persons.values()]
      .flat()
      .flatMap(({ name, isPartial }) => (isPartial && name.length > 3 ? [fold(name)] : [])),
  )
  if (surnames.size > 0)
    for (const unit of outline.units) for (const person of withSurname(unit, surnames)) add(persons, person)
  return persons
}

const personsIn = (unit: Unit): PersonMention[] =>
  /[가-힣]/.test(unit.passage.text) ? [...koreanPersons(unit), ...latinPersons(unit)] : latinPersons(unit)

const twoOrThree =
  /(?<![\p{L}-])\p{Lu}[\p{Ll}\p{M}]+(?:-\p{Lu}[\p{Ll}\p{M}]+)*(?=[ \u00a0]((?:(?:de|du|van|von|el|al|ben|le|la|El|Le|La|Al|Ben|Abu|Abou)[ \u00a0])?\p{Lu}[\p{L}\p{M}’']+(?:-\p{L}+)*(?:[ \u00a0]\p{Lu}[\p{L}\p{M}]+)?)(?![\p{L}]))/gu

/** « porté par le groupe d’Armelle Jouanny », if the text has « Mme Jouanny » elsewhere. */
function withSurname(unit: Unit, surnames: ReadonlySet<string>): PersonMention[] {
  return Array.from(unit.passage.text.matchAll(twoOrThree)).flatMap((match) => {
    const parts = (match[1] ?? '').split(/[ \u00a0]/u)
    // The shortest run of words that is such a surname.
    const count = parts.findIndex((_, at) => surnames.has(fold(parts.slice(0, at + 1).join(' ')))) + 1
    const first = match[0]
    const name = `${first} ${parts.slice(0, count).join(' ')}`
    if (
      count === 0 ||
      /^(?:Monsieur|Madame|Mme|Mr|Mrs|Ms|Dr|Docteur|Maître|Professeur|Professor|Me|Mlle|Sir|Lord|Père|Sœur|Et|Mais|Avec|Pour)$/u.test(
        first,
      ) ||
      !isPersonName(name)
    )
      return []
    const start = match.index
    return [{ unit, start, end: start + name.length, name, isPartial: false, role: null, organisation: null }]
  })
}

function add(persons: Map<Unit, PersonMention[]>, person: PersonMention): void {
  const own = persons.get(person.unit) ?? []
  const over = own.filter(({ start, end }) => person.start < end && start < person.end)
  if (over.some(({ isPartial, start, end }) => !isPartial || end - start > person.end - person.start)) return
  persons.set(
    person.unit,
    [...own.filter((each) => !over.includes(each)), person].sort((a, b) => a.start - b.start),
  )
}

const word = "\\p{Lu}[\\p{L}\\p{M}]*(?:[-’'][\\p{L}\\p{M}]+)*\\.?"
const link = '(?:de la|de|du|des|van der|van|von|da|dos|do|di|el|al|ben|bin|ould|le|la|Mac)'
const name = `(?!MM?[.]|Mmes?|Mr|Mrs|Ms|Dr|Pr|Mlle)${word}(?:[ \\u00a0](?:${link} |d[’'])?${word}){1,4}`
const wholeName = new RegExp(`^(?:M\\. |Mme |Mr |Ms |Mrs |Dr |Pr )?(${name})$`, 'u')
const leadingName = new RegExp(
  `^(?:MM?\\. |Mmes? |Mr |Ms\\.? |Mrs |Dr |Pr )?(${name})(?=$|,| ?\\(| [–-] | : |\\.$| (?:a|à|pour|représent|remplaç|for) ?)`,
  'u',
)
const attendance =
  /^\W*(?:en |par |a |sur |autour de |etaient |liste des |personnes )?(?:la |le )?(?:presente?s?|participant\w*|participaient|assistaient|connecte\w*|excuse\w*|absente?s?|ligne|place|table|visio\w*|distance|salle|pouvoirs?|representee?s?|intervenant\w*|invitee?s?|attended|attending|attendees|present|apologies|absent|online|observers?|joined|with|in the room|remotely|secretaires?|rapporteure?s?|minutes|chair|chaired by|animation|redaction|presidence|n'(?:a|ont) pu|s'est excusee?|pour (?:la|le) [^:]{2,30})\b[^:;.]{0,40}: ?/
const nameColumn =
  /^(?:noms?|prenoms?|nom et prenom|prenom et nom|noms? et prenoms?|participante?s?|membres?|elue?s?|names?|full name|personnes?|intervenante?s?|attendees?|who)\b/
const oneOf =
  /^(?:presidence|presidente?|animation|secretaires?|secretariat|redaction|rapporteure?|interprete|contact|chair|minutes|note taker|interpreter|host|moderation)\b/
const role = new RegExp(`^(?:le |la |l'|the )?${latinRole}\\b`, 'u')

interface Found {
  unit: Unit
  start: number
  name: string
}

/** Persons recognised by their place rather than their names: in a list of participants, in a column of names, beneath a letter. */
function listedPersons(
  { units }: Outline,
  taken: ReadonlyMap<Unit, readonly PersonMention[]>,
): PersonMention[] {
  const found = units.flatMap((unit, at): Found[] =>
    /[가-힣]{3}/.test(unit.passage.text)
      ? []
      : unit.passage.kind === 'row'
        ? inRow(unit, units)
        : [...inList(unit), ...asSignature(unit, units[at - 1], units[at + 1])],
  )
  return found
    .map(({ unit, start, name: written }) => ({
      unit,
      start,
      end: start + written.length,
      name: written,
      isPartial: false,
      role: null,
      organisation: null,
    }))
    .filter(
      ({ unit, start, end }) =>
        !(taken.get(unit) ?? []).some((each) => start < each.end && each.start < end && !each.isPartial),
    )
}

const isName = (written: string) =>
  isPersonName(written) &&
  !role.test(written.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()) &&
  !/^(?:Le|La|Les|The|Un|Une)[ \u00a0]/u.test(written)

/** « Connectés : Florent Abidjo, Clarisse Montagnac », « Attended: Marta Avetyan (Gyumri); … ». */
function inList(unit: Unit): Found[] {
  const label = attendance.exec(unit.plain)
  if (!label) return []
  const rest = unit.passage.text.slice(label[0].length)
  const parting = rest.includes(';') ? /;/gu : /[,;](?![^(]*\))|(?<=[\p{Ll})]) (?:et|and) (?=\p{Lu})/gu
  const items: { at: number; text: string }[] = []
  let from = 0
  for (const mark of [...rest.matchAll(parting), null]) {
    const to = mark?.index ?? rest.length
    items.push({ at: from, text: rest.slice(from, to) })
    from = to + (mark?.[0].length ?? 0)
  }
  return items.flatMap(({ at, text }) => nameAtHead(unit, label[0].length + at, text))
}

function nameAtHead(unit: Unit, offset: number, text: string): Found[] {
  const lead =
    /^[\s–—-]*(?:(?:Commissioners?|Councill?ors?|Messrs|Messieurs|Mesdames|Aldermen|Ald\.|Cllrs?\.?) )?/u.exec(
      text,
    )?.[0].length ?? 0
  const match = leadingName.exec(text.slice(lead))
  const written = match?.[1]?.replace(/\.$/u, '')
  if (!match || !written || !isName(written)) return []
  return [{ unit, start: offset + lead + match[0].indexOf(written), name: written }]
}

/** A column « Nom », a cell beside « conseillère départementale », a line « Chair | … ». */
function inRow(unit: Unit, units: readonly Unit[]): Found[] {
  const { cells, table } = unit.passage
  const head = units.find(({ passage }) => passage.kind === 'row' && passage.table === table)
  const plainOf = (row: Unit, at: number) => {
    const cell = row.passage.cells[at]
    return cell ? row.plain.slice(cell.start, cell.end).trim() : ''
  }
  const column =
    head && head !== unit ? head.passage.cells.findIndex((_, at) => nameColumn.test(plainOf(head, at))) : -1
  return cells.flatMap((cell, at): Found[] => {
    const isNamed =
      at === column ||
      (at === 0 && cells.some((_, other) => other > 0 && role.test(plainOf(unit, other)))) ||
      (at === 1 && oneOf.test(plainOf(unit, 0)))
    return isNamed ? nameAtHead(unit, cell.start, unit.passage.text.slice(cell.start, cell.end)) : []
  })
}

/** « La Maire, » and beneath it « Annaïg Derrien ». */
function asSignature(unit: Unit, before: Unit | undefined, after: Unit | undefined): Found[] {
  const match = wholeName.exec(unit.passage.text.trim())
  const written = match?.[1]
  if (!written || !isName(written) || unit.passage.text.length > 40) return []
  const isSigned = [before, after].some(
    (each) => each && each.passage.text.length < 90 && role.test(each.plain.replace(/^\W+/u, '')),
  )
  return isSigned && unit.passage.kind !== 'title'
    ? [{ unit, start: unit.passage.text.indexOf(written), name: written }]
    : []
}
