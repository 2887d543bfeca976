import { newId } from '../../../platform/context/identifier.ts'
import type { CooperationDocument } from '../../registry/cooperations/index.ts'
import type {
  Applied,
  ConflictResolution,
  Finding,
  PartRules,
  Subject,
  WritingContext,
} from './part-rules.ts'
import type { AgreementValue } from './part-values.ts'
import { areAlike, areOfOneYear, setSideBySide } from './side-by-side.ts'

type Agreement = CooperationDocument['agreements'][number]

/** An instrument with the state that a text gives, or the statement that there is none. */
export const agreementRules: PartRules<AgreementValue> = {
  form: 'agreements',
  ways: ['replace', 'beside'],
  compare: compareAgreement,
  apply: (document, value, writingContext, { finding, way: resolution }) => {
    const found = document.agreements.find(({ id }) => id === finding.entryId)
    if (!found) return addAgreement(document, value, writingContext)
    const subject = subjectOf(found)
    if (finding.outcome === 'confirms') return { document, subject, entryId: found.id }
    if (finding.outcome === 'contradicts')
      return contradict(document, found, value, writingContext, resolution)
    const changed = { ...found, steps: withStep(found, value, writingContext) }
    return { document: withAgreement(document, changed), subject, entryId: found.id }
  },
}

// A tie is twinned once: another year for it is another account of the same act.
const once = new Set(['twinning', 'friendship'])

function compareAgreement({ agreements }: CooperationDocument, value: AgreementValue): Finding {
  const own = agreements.filter(({ parentId }) => parentId === null)
  const alike = own.filter(({ kind }) => kind === value.kind)
  if (value.kind === 'none') {
    const signed = own.find(({ kind, steps }) => kind !== 'none' && steps.some(isDone))
    if (alike[0]) return { outcome: 'confirms', entryId: alike[0].id }
    return signed ? { outcome: 'contradicts', entryId: signed.id } : { outcome: 'adds', entryId: null }
  }
  const { date, state } = value
  const datesOf = ({ steps }: Agreement) => steps.flatMap(({ on }) => on ?? [])
  const sameYear = alike.find(
    (each) =>
      date === null || datesOf(each).length === 0 || datesOf(each).some((on) => areOfOneYear(on, date)),
  )
  if (sameYear) {
    if (state === null && date === null) return { outcome: 'confirms', entryId: sameYear.id }
    const step = sameYear.steps.find((each) => each.state === (state ?? each.state))
    if (!step) return { outcome: 'adds', entryId: sameYear.id }
    // A step without a date takes the date given now.
    if (date !== null && step.on === null) return { outcome: 'adds', entryId: sameYear.id }
    const isSaid = date === null || step.on === null || areAlike(step.on, date)
    return { outcome: isSaid ? 'confirms' : 'contradicts', entryId: sameYear.id }
  }
  const same = once.has(value.kind)
    ? alike.find(({ steps }) => steps.some((step) => step.state === state && step.on !== null))
    : undefined
  return same ? { outcome: 'contradicts', entryId: same.id } : { outcome: 'adds', entryId: null }
}

const isDone = ({ state }: Agreement['steps'][number]) => state === 'signed' || state === 'in_force'

function addAgreement(
  document: CooperationDocument,
  value: AgreementValue,
  writingContext: WritingContext,
): Applied {
  const agreement: Agreement = {
    id: newId(),
    parentId: null,
    kind: value.kind,
    title:
      value.kind === 'none' || value.label === ''
        ? {}
        : { [writingContext.language]: { text: value.label, state: 'original' } },
    object: {},
    plannedAmount: null,
    currency: null,
    parties: document.parties.flatMap(({ id, capacity }) =>
      capacity === 'party' && value.kind !== 'none' ? [{ id, signatory: {} }] : [],
    ),
    steps: value.state === null && value.date === null ? [] : [stepOf(value, writingContext, '0')],
    knownOn: writingContext.today,
  }
  return {
    document: { ...document, agreements: [...document.agreements, agreement] },
    subject: subjectOf(agreement),
    entryId: agreement.id,
  }
}

function contradict(
  document: CooperationDocument,
  found: Agreement,
  value: AgreementValue,
  writingContext: WritingContext,
  resolution: ConflictResolution,
): Applied {
  const subject = subjectOf(found)
  const step = found.steps.find((each) => each.state === value.state) ?? found.steps[0]
  // The statement that there is no agreement contradicts a dated one: neither can replace the other.
  if (value.kind === 'none' || value.date === null || !step || step.on === null)
    return { document, subject, entryId: found.id, isAgainst: true }
  const point = { supported: subject, field: 'steps', present: step.on, read: value.date }
  const both = setSideBySide(document, point, writingContext, resolution)
  if (resolution === 'beside') return { document: both, subject, entryId: found.id, isAgainst: true }
  const steps = found.steps.map((each) => (each === step ? { ...each, on: value.date, words: {} } : each))
  return { document: withAgreement(both, { ...found, steps }), subject, entryId: found.id }
}

function stepOf(
  { state, date }: AgreementValue,
  { today }: WritingContext,
  id: string,
): Agreement['steps'][number] {
  return { id, state: state ?? 'signed', on: date, words: {}, knownOn: today }
}

function withStep(
  found: Agreement,
  value: AgreementValue,
  writingContext: WritingContext,
): Agreement['steps'] {
  const undated = found.steps.find(({ state, on }) => state === value.state && on === null)
  if (!undated) return [...found.steps, stepOf(value, writingContext, nextStep(found))]
  return found.steps.map((step) => (step === undated ? { ...step, on: value.date } : step))
}

const nextStep = ({ steps }: Agreement) => String(Math.max(-1, ...steps.map(({ id }) => Number(id))) + 1)

const subjectOf = ({ id }: Agreement): Subject => ({
  subjectKind: 'agreement',
  subjectId: id,
  field: 'agreement',
})

function withAgreement(document: CooperationDocument, changed: Agreement): CooperationDocument {
  return {
    ...document,
    agreements: document.agreements.map((each) => (each.id === changed.id ? changed : each)),
  }
}
