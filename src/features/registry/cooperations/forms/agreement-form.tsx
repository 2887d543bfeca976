import { z } from 'zod'
import { newId } from '../../../../platform/context/identifier.ts'
import { chooseText, mergeLocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { optionalSaidDate } from '../../../../platform/input/date-input.ts'
import { type FieldError, type FormValues, fieldError } from '../../../../platform/input/form.ts'
import { localizedText, typedText } from '../../../../platform/input/text-input.ts'
import { wordsOfDate } from '../../../../platform/records/record-part.ts'
import { dateToType, dayWords } from '../../../../ui/text/date-words.ts'
import { choiceErrors, chosenId, readChoices } from '../../../directory/index.ts'
import { listOrganisationRefs, valuesOfChoice } from '../../../directory/picking/index.ts'
import { approvalDoubt } from '../../agreements/approval.ts'
import { agreementKinds, agreementStates } from '../../codes.ts'
import type { AgreementEntry, CooperationDocument } from '../document/schema.ts'
import { agreementFields, longestObject, longestSignatory, longestTitle } from './agreement-fields.tsx'
import { amountToType, typedAmount } from './amount.ts'
import { type CooperationCall, cooperationPart } from './cooperation-part.ts'

type TypedAgreement = z.output<ReturnType<typeof schemaOf>>

/** An agreement with its life, or the statement that there is none. */
export const agreementForm = cooperationPart({
  key: 'agreements',
  title: 'registry.cooperation.agreements',
  lead: 'registry.form.agreementsLead',
  lists: ['parties', 'steps'],
  entries: ({ reader, document }) =>
    document.agreements.map((agreement) => {
      const { t } = reader
      const title = chooseText(agreement.title, reader.language)
      const last = agreement.steps.at(-1)
      const facts = [
        title ? t(`registry.agreementKind.${agreement.kind}`) : '',
        last ? t(`registry.agreementState.${last.state}`) : '',
        last?.on ? dayWords(reader, last.on) : '',
        agreement.parentId ? t('registry.form.beneath') : '',
        approvalDoubt(agreement.steps) === 'afterSignature' ? t('registry.form.approvalLate') : '',
      ]
      return {
        id: agreement.id,
        title: title?.text ?? t(`registry.agreementKind.${agreement.kind}`),
        ...(title ? { language: title.language } : {}),
        note: facts.filter(Boolean).join(' · '),
      }
    }),
  values: async (call) => {
    const found = foundIn(call)
    const { parties, steps } = found ?? { parties: call.document.parties.filter(isParty), steps: [] }
    return {
      kind: found?.kind ?? '',
      plannedAmount: amountToType(found?.plannedAmount ?? null),
      currency: found?.currency ?? '',
      parentId: found?.parentId ?? '',
      ...(await partyValues(call, parties)),
      ...stepValues(call, steps),
    }
  },
  schema: schemaOf,
  write: readAgreement,
  remove: ({ document, entryId }) => ({
    ...document,
    agreements: document.agreements
      .filter(({ id }) => id !== entryId)
      .map((each) => (each.parentId === entryId ? { ...each, parentId: null } : each)),
  }),
  form: agreementFields,
})

function schemaOf(call: CooperationCall) {
  const found = foundIn(call)
  return z.object({
    kind: z.enum(agreementKinds),
    title: localizedText({ max: longestTitle, previous: found?.title ?? {} }),
    object: localizedText({ max: longestObject, previous: found?.object ?? {} }),
    plannedAmount: typedAmount,
    currency: z.union([z.string().regex(/^[A-Z]{3}$/), z.literal('')]).default(''),
    parentId: z.string().default(''),
    parties: z
      .array(z.object({ signatory: typedText({ max: longestSignatory }) }))
      .max(40)
      .default([]),
    steps: z
      .array(
        z.object({
          id: z.string().default(''),
          state: z.union([z.enum(agreementStates), z.literal('')]).default(''),
          on: optionalSaidDate(call.reader.interfaceLanguage),
        }),
      )
      .max(40)
      .default([]),
  })
}

function foundIn({ document, entryId }: CooperationCall): AgreementEntry | undefined {
  return document.agreements.find(({ id }) => id === entryId)
}

function isParty({ capacity }: { capacity: string }): boolean {
  return capacity === 'party'
}

async function partyValues(
  { context, reader }: CooperationCall,
  parties: readonly { id: string }[],
): Promise<FormValues> {
  const refs = await listOrganisationRefs(
    context,
    parties.map(({ id }) => id),
  )
  return Object.assign(
    {},
    ...parties.map(({ id }, index) => valuesOfChoice(reader, `parties.${index}`, refs.get(id))),
  )
}

function stepValues({ reader }: CooperationCall, steps: AgreementEntry['steps']): FormValues {
  return Object.assign(
    {},
    ...steps.map(({ id, state, on, words }, index) => ({
      [`steps.${index}.id`]: id,
      [`steps.${index}.state`]: state,
      [`steps.${index}.on`]:
        on === null ? '' : dateToType(reader, on, words[reader.interfaceLanguage]?.text ?? null),
    })),
  )
}

/** The cooperation with the typed agreement, or its errors. */
async function readAgreement(
  call: CooperationCall,
  typed: TypedAgreement,
  values: FormValues,
): Promise<CooperationDocument | FieldError[]> {
  const { context, document, entryId } = call
  const found = document.agreements.find(({ id }) => id === entryId)
  const names = typed.parties.map((_, index) => `parties.${index}`)
  const choices = await readChoices(context, values, names)
  const ids = names.map((name) => chosenId(choices, name))
  const steps = readSteps(call, typed, found)
  const parents = document.agreements.filter((each) => each.id !== entryId && each.parentId === null)
  const errors = [
    ...choiceErrors(choices),
    ...repeated(names, ids).map((name) => fieldError(`${name}.name`, 'registry.form.partyTwice')),
    ...typed.steps.flatMap(({ state, on }, index) =>
      state === '' && on !== null ? [fieldError(`steps.${index}.state`, 'registry.form.stateMissing')] : [],
    ),
    ...(typed.kind === 'none' && steps.length > 0
      ? [fieldError('steps', 'registry.form.noneHasNoSteps')]
      : []),
    ...(typed.plannedAmount !== null && typed.currency === ''
      ? [fieldError('currency', 'registry.form.currencyMissing')]
      : []),
    ...(typed.parentId !== '' && !parents.some(({ id }) => id === typed.parentId)
      ? [fieldError('parentId', 'ui.form.wrong')]
      : []),
  ]
  if (errors.length > 0) return errors
  const agreement: AgreementEntry = {
    id: found?.id ?? newId(),
    parentId: typed.parentId === '' ? null : typed.parentId,
    kind: typed.kind,
    title: typed.title,
    object: typed.object,
    plannedAmount: typed.plannedAmount,
    currency: typed.plannedAmount === null ? null : typed.currency,
    parties: typed.parties.flatMap(({ signatory }, index) => {
      const id = ids[index]
      const before = found?.parties.find((party) => party.id === id)?.signatory ?? {}
      return id ? [{ id, signatory: mergeLocalizedText(before, signatory) }] : []
    }),
    steps,
    knownOn: found?.knownOn ?? context.today,
  }
  return {
    ...document,
    agreements: found
      ? document.agreements.map((each) => (each.id === agreement.id ? agreement : each))
      : [...document.agreements, agreement],
  }
}

// An empty step is ignored; one that the form brings along keeps its place.
function readSteps(
  { context, reader }: CooperationCall,
  typed: TypedAgreement,
  found: AgreementEntry | undefined,
): AgreementEntry['steps'] {
  return typed.steps.flatMap(({ id, state, on }) => {
    if (state === '') return []
    const before = found?.steps.find((step) => step.id === id)
    return [
      {
        id: before?.id ?? newId(),
        state,
        on: on?.edtf ?? null,
        words: wordsOfDate(reader, on, before ?? { on: null, words: {} }),
        knownOn: before?.knownOn ?? context.today,
      },
    ]
  })
}

function repeated(names: string[], ids: (string | null)[]): string[] {
  return names.filter((_, index) => ids[index] !== null && ids.indexOf(ids[index] ?? null) < index)
}
