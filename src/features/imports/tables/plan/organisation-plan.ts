import {
  type OrganisationState,
  type OrganisationValue,
  organisationValues,
  stateOfCandidate,
  tellOrganisation,
  withOrganisationValue,
} from './organisation-told.ts'
import { type PlannedRow, type PlanOptions, repeatState, stateOf } from './planned-row.ts'

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
