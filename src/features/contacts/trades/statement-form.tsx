import { z } from 'zod'
import { dayInput, optionalDayInput } from '../../../platform/input/date-input.ts'
import { type FormValues, says } from '../../../platform/input/form.ts'
import { chosenAmong } from '../../../platform/input/text-input.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { ChoiceField, type ChoiceOption } from '../../../ui/form/choice-field.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { countryName } from '../../directory/index.ts'
import { type Network, themes } from '../../networks/index.ts'
import { FunctionWords } from '../views/post-words.tsx'
import { type AskedHolder, decisions, ways } from './peers.queries.ts'
import { trades, tradesOf } from './trades.ts'

const longestWords = 500
const day = optionalDayInput(dayInput())

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
    ...{ quietFrom: day, quietTo: day, absentUntil: day },
    abroad: z.enum(['yes', 'no']).default('no'),
  })
  .refine(({ decision, words }) => decision !== 'somebody_else' || words !== '', {
    path: ['words'],
    error: says('contacts.statement.error.words'),
  })
  .refine(({ quietFrom: from, quietTo: to }) => (from && to ? from <= to : from === to), {
    path: ['quietTo'],
    error: says('contacts.statement.error.quiet'),
  })
  .transform(({ quietFrom: from, quietTo: to, abroad, ...typed }) => ({
    ...typed,
    quiet: from && to ? [[from, to]] : [],
    agreesAbroad: abroad === 'yes',
  }))
export type TypedStatement = z.output<typeof statementForm>
/** The version of the words of the consent to be asked from abroad, kept with each answer. */
export const abroadVersion = '2026-1'

/** What the form holds before anybody types: what was said before. */
export function statementValues(holder: AskedHolder): FormValues {
  const { decision, words, notOn, notThemes, languages, quota, by, quiet, absentUntil, agreesAbroad } = holder
  const [[quietFrom, quietTo] = ['', '']] = quiet
  return {
    ...{ words, notOn, notThemes, languages, quietFrom, quietTo, quota: String(quota), way: by },
    ...{ decision: decision ?? '', absentUntil: absentUntil ?? '' },
    abroad: decision === null ? '' : agreesAbroad ? 'yes' : 'no',
  }
}

const abroadFacts = ['stored', 'purpose', 'recipients', 'how', 'until', 'refusal'] as const

/** The answer first; how they wish to be asked is folded away, with answers that most can leave as they are. */
export function StatementFields({ network, holder }: { network: Network; holder: AskedHolder }) {
  const reader = useReader()
  const { t } = reader
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
        <details class="field folded-field" open={holder.decision === 'yes'}>
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
          {(['quietFrom', 'quietTo', 'absentUntil'] as const).map((name) => (
            <DayField key={name} name={name} label={t(`contacts.statement.${name}`)} />
          ))}
        </details>
      )}
    </>
  )
}
