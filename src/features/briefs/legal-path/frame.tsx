import { z } from 'zod'
import { isWithin, toldDays } from '../../../platform/dates/index.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { saidDay } from '../../../platform/input/date-input.ts'
import type { FormState, FormValues } from '../../../platform/input/form.ts'
import { fieldError, readForm, readValues, says, typedValue } from '../../../platform/input/form.ts'
import type { AddressParameters } from '../../../platform/input/list-filter.ts'
import { chosenAmong } from '../../../platform/input/text-input.ts'
import { dateToType } from '../../../ui/text/date-words.ts'
import { byOwnSide, type Choices, choiceErrors, readChoices } from '../../directory/index.ts'
import { valuesOfChoice } from '../../directory/picking/index.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import { computeKnownPath, type KnownParty, type KnownPath } from './legal-path.ts'
import { findTieAct, listParties, type TieAct } from './path.queries.ts'
import { acts, circumstances } from './rules.ts'

/** The fields in which the two sides of an act are picked. */
export const partyFields = ['first', 'second'] as const

export const readParameters = [
  ...['tie', 'kind', 'parties', 'on', 'with', 'now'],
  ...partyFields.flatMap((field) => [`${field}.name`, `${field}.id`, `${field}.for`]),
]

export interface PathRequest extends NetworkRequest {
  form: FormState
  choices: Choices
  /** Null until all that it takes is chosen. */
  path: KnownPath | null
  /** The tie whose newest agreement it is. */
  tie: TieAct | null
  address: AddressParameters
  /** Its sides were picked by name: `address` is the one that names them. */
  isPicked: boolean
}

/** The network with the path that was asked for: of the newest agreement of a tie, or of an act that the address describes. */
export async function loadPathRequest(visit: Visit): Promise<PathRequest> {
  const loaded = await loadNetworkRequest(visit)
  const { context, reader, network } = loaded
  const sent = readValues(loaded.request.query)
  if (typedValue(sent, 'tie') === '') return describedAct(loaded, sent)
  const tie = await findTieAct(context, network.id, typedValue(sent, 'tie'))
  const parties = inReadersOrder(reader, tie.input.parties)
  const [own] = parties
  const other = parties.find(({ country }) => country !== own?.country) ?? parties[1]
  const slugs = [own, other].flatMap((party) => party?.slug ?? [])
  const values = {
    kind: tie.input.kind,
    on: dateToType(reader, tie.input.on, null),
    ...valuesOfParties(reader, parties, slugs),
  }
  return {
    ...loaded,
    form: { values, errors: [] },
    choices: await readChoices(context, values, partyFields),
    path: computeKnownPath({ ...tie.input, parties }),
    tie,
    address: { tie: tie.slug },
    isPicked: false,
  }
}

async function describedAct(loaded: NetworkRequest, sent: FormValues): Promise<PathRequest> {
  const { context, reader } = loaded
  const isPicked = partyFields.some((field) => `${field}.name` in sent)
  const slugs = isPicked ? [] : typedValue(sent, 'parties').split(',').filter(Boolean).slice(0, 6)
  const values = { ...sent, ...valuesOfParties(reader, await listParties(context, slugs), slugs) }
  const choices = await readChoices(context, values, partyFields)
  const form = { values, errors: [] }
  const unread = { ...loaded, form, choices, path: null, tie: null, address: {}, isPicked: false }
  // A page that leads here may know a side, and leave the rest to choose.
  if (!('kind' in sent || 'on' in sent)) return unread
  const reading = readForm(pathForm, values)
  const chosen = [...choices.values()].flatMap((each) =>
    each.state === 'chosen' ? [each.organisation.slug] : [],
  )
  const errors = [
    ...(reading.valid ? [] : reading.errors),
    ...choiceErrors(choices),
    ...(new Set(chosen).size < chosen.length ? [fieldError('second.name', 'briefs.path.error.same')] : []),
  ]
  if (!reading.valid || errors.length > 0) return { ...unread, form: { values, errors } }
  const parties = await listParties(context, [...chosen, ...slugs.slice(2)])
  const { kind, on, with: given } = reading.data
  const flags = Object.fromEntries(given.map((each) => [each, true]))
  return {
    ...unread,
    form: { values: { ...values, on: dateToType(reader, on, null) }, errors },
    path: computeKnownPath({ ...flags, kind, on, parties: inReadersOrder(reader, parties) }),
    isPicked,
    address: { kind, parties: parties.map(({ slug }) => slug).join(','), on, with: given },
  }
}

const pathForm = z.object({
  kind: z.enum(acts, says('briefs.path.error.kind')),
  on: saidDay(says('briefs.path.error.day'), says('ui.form.missing')).refine(
    (day) => !z.iso.date().safeParse(day).success || isWithin(toldDays, day),
    says('ui.form.dateReach'),
  ),
  with: chosenAmong(circumstances),
})

// A slug that names nothing stays in its field, as typed.
function valuesOfParties(
  reader: Reader,
  parties: readonly KnownParty[],
  slugs: readonly string[],
): FormValues {
  const each = partyFields.map((field, index) => {
    const party = parties.find(({ slug }) => slug === slugs[index])
    return party ? valuesOfChoice(reader, field, party) : { [`${field}.name`]: slugs[index] ?? '' }
  })
  return slugs.length === 0 ? {} : { ...each[0], ...each[1] }
}

function inReadersOrder(reader: Reader, parties: readonly KnownParty[]): KnownParty[] {
  const order = byOwnSide(reader, [...new Set(parties.map(({ country }) => country))])
  return parties.toSorted((a, b) => order.indexOf(a.country) - order.indexOf(b.country))
}
