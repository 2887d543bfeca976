import { fold } from '../../../../platform/search/index.ts'
import type { Outline, Unit } from '../outline.ts'
import { koreanPersons } from './korean-persons.ts'
import { isPersonName, latinPersons } from './latin-persons.ts'
import { listedPersons } from './listed-persons.ts'
import type { PersonMention } from './person-mention.ts'

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
