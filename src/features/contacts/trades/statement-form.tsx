import { z } from 'zod'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { dayInput, optionalDayInput } from '../../../platform/input/date-input.ts'
import { type FormValues, says } from '../../../platform/input/form.ts'
import { countParts } from '../../../platform/input/list-action.ts'
import { chosenAmong } from '../../../platform/input/text-input.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { ChoiceField, type ChoiceOption } from '../../../ui/form/choice-field.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { useForm } from '../../../ui/form/filled.tsx'
import { RepeatedParts } from '../../../ui/form/repeated-parts.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dateToType } from '../../../ui/text/date-words.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { countryName } from '../../directory/index.ts'
import { type Network, themes } from '../../networks/index.ts'
import { FunctionWords } from '../views/post-words.tsx'
import { type AskedHolder, decisions, ways } from './peers.queries.ts'
import { trades, tradesOf } from './trades.ts'

const longestWords = 500
const mostPeriods = 6
const day = optionalDayInput(dayInput())

/** A first and a last day; a period left empty is none. */
const quietPeriod = z
  .object({ from: day, to: day })
  .refine(({ from, to }) => (from && to ? from <= to : from === to), {
    path: ['to'],
    error: says('contacts.statement.error.quiet'),
  })

/** What a holder says of being asked. */
export const statementForm = z
  .object({
    decision: z.enum(decisions),
    words: z.string().trim().max(longestWords).default(''),
    notOn: chosenAmong(trades),
    notThemes: chosenAmong(themes),
    languages: z.preprocess((said) => [said ?? []].flat(), z.array(z.string().max(20)).max(20)),
    quota: z.coerce.number().int().min(1).max(20).catch(2),
    way: z.enum(ways).default('mail'),
    absentUntil: day,
    quiet: z.array(quietPeriod).max(mostPeriods).default([]),
    abroad: z.enum(['yes', 'no']).default('no'),
  })
  .refine(({ decision, words }) => decision !== 'somebody_else' || words !== '', {
    path: ['words'],
    error: says('contacts.statement.error.words'),
  })
  .transform(({ quiet, abroad, ...typed }) => ({
    ...typed,
    quiet: quiet.flatMap(({ from, to }) => (from && to ? [[from, to]] : [])),
    agreesAbroad: abroad === 'yes',
  }))
export type TypedStatement = z.output<typeof statementForm>
/** The version of the words of the consent to be asked from abroad, kept with each answer. */
export const abroadVersion = '2026-1'

/** What the form holds before anybody types: what was said before. */
export function statementValues(holder: AskedHolder, reader: Reader): FormValues {
  const { decision, words, notOn, notThemes, languages, quota, by, quiet, absentUntil, agreesAbroad } = holder
  const periods = quiet
    .filter(([, to]) => to >= reader.today)
    .map(([from, to], at) => ({
      [`quiet.${at}.from`]: dateToType(reader, from, null),
      [`quiet.${at}.to`]: dateToType(reader, to, null),
    }))
  return {
    ...{ words, notOn, notThemes, languages, quota: String(quota), way: by },
    ...Object.assign({}, ...periods),
    ...{
      decision: decision ?? '',
      absentUntil: absentUntil === null ? '' : dateToType(reader, absentUntil, null),
    },
    abroad: decision === null ? '' : agreesAbroad ? 'yes' : 'no',
  }
}

const abroadFacts = ['stored', 'purpose', 'recipients', 'how', 'until', 'refusal'] as const

/** The answer first; how they wish to be asked is folded away, with answers that most can leave as they are. */
export function StatementFields({ network, holder }: { network: Network; holder: AskedHolder }) {
  const reader = useReader()
  const { t } = reader
  const form = useForm()
  const own = [...new Set(holder.posts.map(({ trade }) => trade))]
  const related = themes.filter((theme) => tradesOf(theme).some((trade) => own.includes(trade)))
  const abroad = network.countries.filter((country) => country !== holder.country)
  const countries = abroad.map((country) => countryName(reader, country)).join(', ')
  /** Several of a list, where there is more than one. */
  const among = (name: 'languages' | 'notOn' | 'notThemes', options: readonly ChoiceOption[]) =>
    options.length > 1 ? (
      <ChoiceField name={name} label={t(`contacts.statement.${name}`)} options={options} multiple />
    ) : null
  return (
    <>
      <p>
        <FunctionWords words={holder.function} />
        {own.map((trade) => ` · ${t(`contacts.trade.${trade}`)}`).join('')}
      </p>
      <ChoiceField
        name="decision"
        label={t('contacts.statement.decision')}
        // A desk whose post has no trade is asked for somebody else alone.
        options={decisions
          .filter((decision) => decision !== 'yes' || own.length > 0)
          .map((value) => ({ value, label: t(`contacts.statement.decision.${value}`) }))}
        required
      />
      <TextAreaField
        name="words"
        label={t('contacts.statement.words')}
        hint={t('contacts.statement.wordsHint')}
        max={longestWords}
        rows={3}
      />
      {own.length > 0 && holder.needsConsent ? (
        <>
          <FactList
            facts={abroadFacts.map((key) => ({
              term: t(`contacts.statement.abroad.${key}.term`),
              detail: t(`contacts.statement.abroad.${key}`, { countries }),
            }))}
          />
          <ChoiceField
            name="abroad"
            label={t('contacts.statement.abroad')}
            hint={t('contacts.statement.abroadHint', { version: abroadVersion })}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(`contacts.statement.abroad.${value}`),
            }))}
          />
        </>
      ) : null}
      {own.length === 0 ? null : (
        <details
          class="field folded-field"
          open={holder.decision === 'yes' || countParts(form.values, 'quiet') > 0}
        >
          <summary>{t('contacts.statement.how')}</summary>
          <Field name="quota" type="number" label={t('contacts.statement.quota')} isPart />
          <ChoiceField
            name="way"
            label={t('contacts.statement.way')}
            options={ways.map((value) => ({ value, label: t(`contacts.statement.way.${value}`) }))}
            isPart
          />
          {among(
            'languages',
            network.languages.map((value) => ({ value, label: languageInWords(reader, value) })),
          )}
          {among(
            'notOn',
            own.map((value) => ({ value, label: t(`contacts.trade.${value}`) })),
          )}
          {among(
            'notThemes',
            related.map((value) => ({ value, label: t(`networks.theme.${value}`) })),
          )}
          <DayField name="absentUntil" label={t('contacts.statement.absentUntil')} />
          <RepeatedParts
            name="quiet"
            label={t('contacts.statement.quiet')}
            titleOf={(index) => t('contacts.statement.quietPeriod', { number: index + 1 })}
            addLabel={t('contacts.statement.quietAdd')}
            most={mostPeriods}
          >
            {(prefix) =>
              (['from', 'to'] as const).map((end) => (
                <DayField
                  key={end}
                  name={`${prefix}.${end}`}
                  label={t(`contacts.statement.quiet.${end}`)}
                  isPart
                />
              ))
            }
          </RepeatedParts>
        </details>
      )}
    </>
  )
}
