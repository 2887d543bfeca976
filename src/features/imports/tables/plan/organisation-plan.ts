import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import { bareName, fold } from '../../../../platform/search/index.ts'
import type { Candidate } from '../../../directory/gazetteer/index.ts'
import { kilometresBetween, type Place } from '../../resolving/asked-party.ts'
import type { Answers } from '../answers.ts'
import type { SaidValue } from '../checking/said-value.ts'
import { columnOfField, type Field, type Mapping } from '../fields.ts'
import type { RowFacts } from '../rows/row-facts.ts'
import { type PlannedRow, type PlanOptions, repeatState, stateOf } from './planned-row.ts'
import type { Told } from './told.ts'

/** Plans the rows of a list of organisations. */
export class OrganisationPlan {
  readonly #options: PlanOptions
  // One short text an organisation: lists have a hundred thousand.
  readonly #said = new Map<string, { row: number; values: string }>()

  constructor(options: PlanOptions) {
    this.#options = options
  }

  tell(row: PlannedRow): PlannedRow {
    const { answers, mapping } = this.#options
    const { first, facts } = row
    if (first.state !== 'known' && first.state !== 'new') return row
    const before = this.#said.get(first.id)
    const earlier = before?.row ?? null
    const known = first.state === 'known' ? first.id : null
    const { told } = tellOrganisation(
      this.#standing(row, before?.values),
      organisationValues(facts, mapping),
      {
        subject: first.id,
        answers: answers.differences,
      },
    )
    const planned = { ...row, pair: first.id, known, sameAs: earlier, told }
    const repeated = repeatState(answers.repeats, earlier)
    if (repeated !== null) return { ...planned, state: repeated }
    const state = stateOf(told, { isKnown: known !== null, isLater: earlier !== null })
    if (state !== 'contradicts') {
      const written = told.flatMap(({ value, way: resolution }) => (resolution === null ? [] : [value]))
      const values = [...valuesFrom(before?.values), ...written]
      this.#said.set(first.id, { row: earlier ?? facts.number, values: JSON.stringify(values) })
    }
    return { ...planned, state }
  }

  #standing({ first }: PlannedRow, said: string | undefined): OrganisationState {
    const bare =
      first.state === 'known'
        ? stateOfCandidate(first.candidate)
        : { name: {}, kind: '', population: null, place: null }
    return valuesFrom(said).reduce(withOrganisationValue<OrganisationState>, bare)
  }
}

function valuesFrom(said: string | undefined): OrganisationValue[] {
  return said === undefined ? [] : JSON.parse(said)
}

/** What a table can say of an organisation. */
export type OrganisationValue = Extract<SaidValue, { part: 'name' | 'kind' | 'population' | 'place' }>

/** The part of an organisation that tables can give. */
export interface OrganisationState {
  name: LocalizedName
  kind: string
  population: number | null
  place: Place | null
}

/** What a row says of its organisation besides its name. */
function organisationValues(
  { names, first }: RowFacts,
  mapping: Mapping,
): { field: Field; value: OrganisationValue }[] {
  const spoken = Object.entries(names).filter(([, text]) => text !== '')
  const placeField: Field = columnOfField(mapping, 'first.point') === null ? 'first.latitude' : 'first.point'
  return [
    ...spoken.map(([language, text]): { field: Field; value: OrganisationValue } => ({
      field: language === 'fr' ? 'name.fr' : language === 'ko' ? 'name.ko' : 'name.en',
      value: { part: 'name', text, language },
    })),
    ...(first.kind === null
      ? []
      : [{ field: 'first.kind' as const, value: { part: 'kind' as const, kind: first.kind } }]),
    ...(first.population === null
      ? []
      : [
          {
            field: 'first.population' as const,
            value: { part: 'population' as const, count: first.population },
          },
        ]),
    ...(first.place === null
      ? []
      : [{ field: placeField, value: { part: 'place' as const, ...first.place } }]),
  ]
}

function stateOfCandidate({ name, kind, population, latitude, longitude }: Candidate): OrganisationState {
  const place = latitude === null || longitude === null ? null : { latitude, longitude }
  return { name, kind, population, place }
}

/** Compares a value with an organisation; where they contradict, gives the present value. */
export function compareOrganisation(
  { name, kind, population, place }: OrganisationState,
  value: OrganisationValue,
): { outcome: Told['outcome']; present: OrganisationValue | null } {
  const against = (present: OrganisationValue) => ({ outcome: 'contradicts' as const, present })
  switch (value.part) {
    case 'name': {
      const present = name[value.language]
      if (present === undefined) return adds
      const isSame = bareOf(present) === bareOf(value.text)
      return isSame ? confirms : against({ part: 'name', text: present, language: value.language })
    }
    case 'kind':
      return kind === value.kind ? confirms : against({ part: 'kind', kind })
    case 'population': {
      if (population === null) return adds
      const isNear = Math.abs(population - value.count) <= Math.max(population, value.count) * rounded
      return isNear ? confirms : against({ part: 'population', count: population })
    }
    case 'place': {
      if (place === null) return adds
      return kilometresBetween(place, value) < samePlaceKm ? confirms : against({ part: 'place', ...place })
    }
  }
}

const adds = { outcome: 'adds' as const, present: null }
const confirms = { outcome: 'confirms' as const, present: null }
// Counts of another year, or in round thousands.
const rounded = 0.02
const samePlaceKm = 15

const bareOf = (name: string) => fold(bareName(name).bare)

/** An organisation with a table's value applied. */
export function withOrganisationValue<State extends OrganisationState>(
  state: State,
  value: OrganisationValue,
): State {
  switch (value.part) {
    case 'name':
      return { ...state, name: { ...state.name, [value.language]: value.text } }
    case 'kind':
      return { ...state, kind: value.kind }
    case 'population':
      return { ...state, population: value.count }
    case 'place':
      return { ...state, place: { latitude: value.latitude, longitude: value.longitude } }
  }
}

/** Compares a row's values with an organisation as known. */
function tellOrganisation(
  stored: OrganisationState,
  values: readonly { field: Field; value: OrganisationValue }[],
  { subject, answers }: { subject: string; answers: Answers['differences'] },
): { told: Told<OrganisationValue>[]; state: OrganisationState } {
  let state = stored
  const told = values.map(({ field, value }): Told<OrganisationValue> => {
    const { outcome, present } = compareOrganisation(state, value)
    const key = outcome === 'contradicts' ? `${subject} ${signOfValue(value)}` : null
    const answer =
      key === null ? undefined : (answers.get(key) ?? answers.get(value.part) ?? answers.get('*'))
    const isWritten = outcome === 'adds' || answer === 'replace'
    if (isWritten) state = withOrganisationValue(state, value)
    return {
      field,
      value,
      outcome,
      way: isWritten ? 'replace' : null,
      isNewEntry: false,
      key,
      present: present && { value: present, sources: [] },
      ways: key === null ? [] : ['keep', 'replace'],
      waits: key !== null && answer === undefined,
    }
  })
  return { told, state }
}

function signOfValue(value: OrganisationValue): string {
  switch (value.part) {
    case 'name':
      return `name:${value.language}:${fold(value.text)}`
    case 'kind':
      return `kind:${value.kind}`
    case 'population':
      return `population:${value.count}`
    case 'place':
      return `place:${value.latitude.toFixed(2)},${value.longitude.toFixed(2)}`
  }
}
