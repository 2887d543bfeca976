import { z } from 'zod'
import { chooseName, originalsOf } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { optionalSaidDate } from '../../../platform/input/date-input.ts'
import { type FormValues, says } from '../../../platform/input/form.ts'
import { chosenAmong, optionalWebAddress } from '../../../platform/input/text-input.ts'
import { Choice, ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { FieldGroup } from '../../../ui/form/field-group.tsx'
import { useForm } from '../../../ui/form/filled.tsx'
import { MoreFields } from '../../../ui/form/more-fields.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dateToType } from '../../../ui/text/date-words.ts'
import { actorKinds } from '../../agenda/index.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { heldStates, nothings, outcomeResults } from '../codes.ts'
import type { OutcomeAnswer } from '../outcomes.queries.ts'

const longestSentence = 600
const earliestYear = 1990
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

export type TypedAnswer = z.output<ReturnType<typeof answerForm>>

/** What the form sends; `today` (an ISO day) is the last on which money can have been spent. */
export function answerForm(reader: Reader, today: string) {
  return z
    .object({
      organisation: z.string().default(''),
      held: z.enum(heldStates, { error: says('outcomes.error.held') }),
      moved_to: optionalSaidDate(reader.interfaceLanguage),
      results: chosenAmong(outcomeResults),
      sentence: z.string().trim().max(longestSentence).default(''),
      takes_up: z.string().trim().max(longestSentence).default(''),
      came: chosenAmong(actorKinds),
      count: z.object(Object.fromEntries(actorKinds.map((kind) => [kind, countInput]))).prefault({}),
      url: optionalWebAddress.transform((address) => address ?? ''),
      amount: amountInput,
      currency: z
        .string()
        .trim()
        .toUpperCase()
        .refine((code) => code === '' || currencies.has(code), says('outcomes.error.currency'))
        .default(''),
      year: z
        .string()
        .trim()
        .refine((year) => year === '' || isYear(year, today), says('outcomes.error.year'))
        .default(''),
      said_as: z.string().trim().max(200).default(''),
    })
    .superRefine(({ held, moved_to: movedTo, results, amount, currency, year }, check) => {
      const refuse = (field: string, message: string) =>
        check.addIssue({ code: 'custom', path: [field], message })
      if (held === 'moved' && movedTo === null) refuse('moved_to', says('outcomes.error.movedTo'))
      if (held === 'held' && results.length === 0) refuse('results', says('outcomes.error.results'))
      if (results.length > 1 && results.some((each) => nothings.includes(each)))
        refuse('results', says('outcomes.error.nothing'))
      if (amount === null && year !== '') refuse('amount', says('ui.form.missing'))
      if (amount !== null && currency === '') refuse('currency', says('ui.form.missing'))
      if (amount !== null && year === '') refuse('year', says('ui.form.missing'))
    })
    .transform(({ count, came, amount, currency, year, moved_to: movedTo, said_as, takes_up, ...typed }) => ({
      ...typed,
      takesUp: takes_up,
      movedTo: typed.held === 'moved' ? (movedTo?.edtf ?? null) : null,
      actors: actorKinds.flatMap((kind) => {
        const number = count[kind] ?? null
        return came.includes(kind) || number !== null ? [{ kind, count: number }] : []
      }),
      money: amount === null ? null : { amount, currency, year: Number(year) },
      saidAs: said_as,
    }))
}

const countInput = z
  .string()
  .trim()
  .regex(/^\d{0,5}$/, says('outcomes.error.count'))
  .default('')
  .transform((text) => Number(text) || null)

// « 12 000,50 », 12,000.50 and 12.000 are written by the same people: three digits after a sign are thousands.
const amountInput = z
  .string()
  .transform((text) => text.replaceAll(/[\s’']/gu, '').replaceAll(/[.,](?=\d{3}(?:\D|$))/g, ''))
  .pipe(z.string().regex(/^(?:\d{1,14}(?:[.,]\d{1,2})?)?$/, says('outcomes.error.amount')))
  .transform((text) => (text === '' ? null : Number(text.replace(',', '.'))))
  .refine((amount) => amount !== 0, says('outcomes.error.amount'))
  .default(null)

function isYear(text: string, today: string): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= earliestYear && Number(text) <= Number(today.slice(0, 4)) + 1
}

/** An answer as the form holds it, to be changed. */
export function answerValues(reader: Reader, answer: OutcomeAnswer | undefined): FormValues {
  if (answer === undefined) return {}
  const { held, movedTo, results, sentence, takesUp, actors, url, money, saidAs } = answer
  return {
    held,
    moved_to: movedTo === null ? '' : dateToType(reader, movedTo, null),
    results,
    sentence: originalsOf(sentence)[0] ?? '',
    takes_up: originalsOf(takesUp)[0] ?? '',
    came: actors.map(({ kind }) => kind),
    ...Object.fromEntries(
      actors.map(({ kind, count }) => [`count.${kind}`, count === null ? '' : String(count)]),
    ),
    url,
    amount: money === null ? '' : String(money.amount),
    currency: money?.currency ?? '',
    year: money === null ? '' : String(money.year),
    said_as: saidAs,
  }
}

/** The questions, in the order of a minute: what everybody knows, then what may wait. `organisations`: for which the reader may speak. */
export function AnswerFields({ organisations }: { organisations: readonly OrganisationRef[] }) {
  const reader = useReader()
  const { t } = reader
  const form = useForm()
  return (
    <>
      {organisations.length > 1 ? (
        <ChoiceField
          name="organisation"
          label={t('outcomes.form.organisation')}
          options={organisations.map(({ id, name }) => ({
            value: id,
            label: chooseName(name, reader.language).text,
          }))}
          required
        />
      ) : null}
      <ChoiceField
        name="held"
        label={t('outcomes.form.held')}
        options={heldStates.map((value) => ({ value, label: t(`outcomes.held.${value}`) }))}
        required
      />
      <div class="outcome-moved">
        <DateField name="moved_to" label={t('outcomes.form.movedTo')} isPart />
      </div>
      <ChoiceField
        name="results"
        label={t('outcomes.form.results')}
        hint={t('outcomes.form.resultsHint')}
        options={outcomeResults.map((value) => ({ value, label: t(`outcomes.result.${value}`) }))}
        chosen={[form.values.results ?? []].flat()}
        multiple
        isPart
      />
      <TextAreaField
        name="sentence"
        label={t('outcomes.form.sentence')}
        hint={t('outcomes.form.sentenceHint')}
        max={longestSentence}
        rows={3}
      />
      <TextAreaField
        name="takes_up"
        label={t('outcomes.form.takesUp')}
        hint={t('outcomes.form.takesUpHint')}
        max={longestSentence}
        rows={2}
      />
      <MoreFields
        names={['came', ...actorKinds.map((kind) => `count.${kind}`)]}
        label={t('outcomes.form.came')}
      >
        <CameFields />
      </MoreFields>
      <MoreFields names={['url', 'amount', 'currency', 'year']} label={t('outcomes.form.more')}>
        <Field name="url" type="url" label={t('outcomes.form.url')} hint={t('outcomes.form.urlHint')} />
        <FieldGroup name="money" label={t('outcomes.form.money')} hint={t('outcomes.form.moneyHint')}>
          <div class="outcome-money">
            <Field name="amount" label={t('outcomes.form.amount')} isPart />
            <Field name="currency" label={t('outcomes.form.currency')} isPart />
            <Field name="year" label={t('outcomes.form.year')} isPart />
          </div>
        </FieldGroup>
      </MoreFields>
      <Field name="said_as" label={t('outcomes.form.saidAs')} hint={t('outcomes.form.saidAsHint')} />
    </>
  )
}

/** Each kind of actor with a box, and how many where somebody counted. */
function CameFields() {
  const { t } = useReader()
  const { values } = useForm()
  const chosen = [values.came ?? []].flat()
  return (
    <FieldGroup name="came" label={t('outcomes.form.cameWho')} hint={t('outcomes.form.cameHint')} isPart>
      <div class="outcome-came">
        {actorKinds.map((kind) => (
          <div key={kind} class="outcome-kind">
            <Choice
              name="came"
              type="checkbox"
              option={{ value: kind, label: t(`agenda.actor.${kind}`) }}
              isChosen={chosen.includes(kind)}
            />
            <Field
              name={`count.${kind}`}
              label={
                <>
                  {t('outcomes.form.count')}
                  <span class="visually-hidden"> ({t(`agenda.actor.${kind}`)})</span>
                </>
              }
              isPart
            >
              {(control) => (
                <input
                  {...control}
                  type="text"
                  inputmode="numeric"
                  maxlength={5}
                  size={5}
                  value={[values[`count.${kind}`] ?? ''].flat()[0]}
                />
              )}
            </Field>
          </div>
        ))}
      </div>
    </FieldGroup>
  )
}
