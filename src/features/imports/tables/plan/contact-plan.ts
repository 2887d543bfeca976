import { fold } from '../../../../platform/search/index.ts'
import type { Answers, DifferenceAnswer } from '../answers.ts'
import type { SaidValue } from '../checking/said-value.ts'
import type { Field } from '../fields.ts'
import type { RowFacts } from '../rows/row-facts.ts'
import { contactOfRow, type HeldContact, personKey, telephoneKey } from './held-contact.ts'
import { type PlannedRow, type PlanOptions, repeatState, stateOf } from './planned-row.ts'
import type { Told } from './told.ts'

type ContactValue = Extract<SaidValue, { part: 'post' | 'person' | 'address' | 'telephone' }>

/** What the rows of a list of contacts say, compared with the network’s own contacts and with earlier rows. */
export class ContactPlan {
  readonly #options: PlanOptions
  readonly #held: Map<string, HeldContact[]>

  constructor(options: PlanOptions, held: readonly HeldContact[]) {
    this.#options = options
    this.#held = Map.groupBy(held, ({ organisationId }) => organisationId)
  }

  tell(row: PlannedRow): PlannedRow {
    const { first, facts } = row
    if (first.state !== 'known' && first.state !== 'new') return row
    const { answers } = this.#options
    const contact = this.#find(first.id, facts)
    if (!contact) return this.#begin(row, first.id)
    const earlier = contact.row
    const told = this.#told(contact, facts)
    const planned = { ...row, sameAs: earlier, known: contact.postId, told, pair: pairOf(contact) }
    const repeated = repeatState(answers.repeats, earlier)
    if (repeated !== null) return { ...planned, state: repeated }
    if (earlier !== null && answers.repeats === 'apart') return this.#begin(row, first.id, earlier)
    // A person with another post besides, or another person in a post of the same name.
    if (told.some(({ way: resolution }) => resolution === 'beside')) return this.#begin(row, first.id)
    const state = stateOf(told, { isKnown: contact.postId !== null, isLater: earlier !== null })
    if (state !== 'contradicts') take(contact, told, facts)
    return { ...planned, state }
  }

  #begin(row: PlannedRow, organisationId: string, sameAs: number | null = null): PlannedRow {
    const contact = contactOfRow(row.facts, organisationId)
    this.#held.set(organisationId, [...(this.#held.get(organisationId) ?? []), contact])
    return { ...row, state: 'new', sameAs, known: null, told: [], pair: pairOf(contact) }
  }

  /** The contact that a row names: by the person, whatever the name of the post, else by the post. */
  #find(organisationId: string, { post, person }: RowFacts): HeldContact | null {
    const own = this.#held.get(organisationId) ?? []
    const ofPost = own.filter(({ posts }) => posts.includes(fold(post)))
    if (person === '') return ofPost[0] ?? null
    const isTheirs = ({ persons }: HeldContact) => persons.includes(personKey(person))
    return (
      ofPost.find(isTheirs) ?? own.find(isTheirs) ?? ofPost.find(({ isHeld }) => !isHeld) ?? ofPost[0] ?? null
    )
  }

  #told(contact: HeldContact, { post, person, address, telephone }: RowFacts): Told<ContactValue>[] {
    const told: Told<ContactValue>[] = []
    const say = (field: Field, value: ContactValue, outcome: Told['outcome'], ways: DifferenceAnswer[]) =>
      told.push(this.#settle(contact, field, value, outcome, ways))
    const isTheirs = person !== '' && contact.persons.includes(personKey(person))
    if (!contact.posts.includes(fold(post)))
      say('post', { part: 'post', text: post }, 'contradicts', ['keep', 'replace', 'beside'])
    if (person === '') return told
    if (!isTheirs) {
      if (!contact.isHeld) say('person', { part: 'person', text: person }, 'adds', [])
      // An importer who may not see the holder of a post cannot replace them by a table.
      else
        say(
          'person',
          { part: 'person', text: person },
          'contradicts',
          contact.isWithheld ? ['keep', 'beside'] : ['keep', 'replace', 'beside'],
        )
      return told
    }
    if (address !== '' && contact.address !== address.toLowerCase())
      say(
        'address',
        { part: 'address', text: address },
        contact.address === null ? 'adds' : 'contradicts',
        exclusive,
      )
    if (
      telephone !== '' &&
      (contact.telephone === null || telephoneKey(contact.telephone) !== telephoneKey(telephone))
    )
      say(
        'telephone',
        { part: 'telephone', text: telephone },
        contact.telephone === null ? 'adds' : 'contradicts',
        exclusive,
      )
    return told
  }

  #settle(
    contact: HeldContact,
    field: Field,
    value: ContactValue,
    outcome: Told['outcome'],
    ways: DifferenceAnswer[],
  ): Told<ContactValue> {
    const settled = { field, value, outcome, isNewEntry: false, present: null }
    if (outcome !== 'contradicts') return { ...settled, way: 'replace', key: null, ways: [], waits: false }
    const key = `${pairOf(contact)} ${value.part}:${fold(value.text).slice(0, 80)}`
    const answer = answerIn(this.#options.answers.differences, key, value.part)
    const resolution = answer === undefined || !ways.includes(answer) || answer === 'keep' ? null : answer
    return {
      ...settled,
      way: resolution,
      key,
      ways,
      present: presentIn(contact, value),
      waits: answer === undefined,
    }
  }
}

const exclusive: DifferenceAnswer[] = ['keep', 'replace']

function answerIn(answers: Answers['differences'], key: string, part: string): DifferenceAnswer | undefined {
  return answers.get(key) ?? answers.get(part) ?? answers.get('*')
}

// Nothing of the network’s own contacts is kept here: each reader of the question reads what they may see.
function presentIn(contact: HeldContact, { part }: ContactValue): Told['present'] {
  if (contact.written === null) return null
  const text = part === 'post' || part === 'person' ? contact.written[part] : contact[part]
  return text === null ? null : { value: { part, text }, sources: [] }
}

function pairOf({ postId, row }: HeldContact): string {
  return postId ?? `row:${row}`
}

// Updates what later rows are compared with.
function take(contact: HeldContact, told: readonly Told<ContactValue>[], facts: RowFacts): void {
  contact.row ??= facts.number
  for (const { value, way: resolution } of told) {
    if (resolution !== 'replace') continue
    if (value.part === 'post') contact.posts = [fold(value.text)]
    if (value.part === 'address') contact.address = value.text.toLowerCase()
    if (value.part === 'telephone') contact.telephone = value.text
    if (value.part === 'person') {
      const { persons, isHeld, address, telephone } = contactOfRow(facts, contact.organisationId)
      Object.assign(contact, { persons, isHeld, address, telephone, isWithheld: false })
    }
  }
}
