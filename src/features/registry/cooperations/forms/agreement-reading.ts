import { newId } from '../../../../platform/context/identifier.ts'
import { mergeLocalizedText } from '../../../../platform/i18n/merge-localized-text.ts'
import { type FieldError, type FormValues, fieldError } from '../../../../platform/input/form.ts'
import { wordsOfDate } from '../../../../platform/records/record-part.ts'
import { choiceErrors, chosenId, readChoices } from '../../../directory/index.ts'
import type { AgreementEntry, CooperationDocument } from '../document/schema.ts'
import type { TypedAgreement } from './agreement-form.tsx'
import type { CooperationCall } from './cooperation-part.ts'

/** The cooperation with the typed agreement, or its errors. */
export async function readAgreement(
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
