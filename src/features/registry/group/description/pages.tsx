import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Pages, Visit } from '../../../../platform/http/visit.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { directionOf, interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import { mergeLocalizedText } from '../../../../platform/i18n/localized-text.ts'
import {
  type FieldError,
  type FormState,
  type FormValues,
  fieldError,
  says,
  typedValue,
} from '../../../../platform/input/form.ts'
import { partMark } from '../../../../platform/input/list-action.ts'
import { chosenAmong, codesInput, textValues, typedText } from '../../../../platform/input/text-input.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Choice } from '../../../../ui/form/choice-field.tsx'
import { CodesField } from '../../../../ui/form/codes-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { FieldGroup } from '../../../../ui/form/field-group.tsx'
import { languageOptions, spokenLanguages } from '../../../../ui/form/language-options.ts'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { RepeatedParts, UsualSubmit } from '../../../../ui/form/repeated-parts.tsx'
import { ThemePicker } from '../../../../ui/form/theme-picker.tsx'
import { countryOptions } from '../../../directory/index.ts'
import { addNetworkForm } from '../../../directory/picking/index.ts'
import {
  describedFields,
  isCountry,
  isLanguageTag,
  loadNetworkRequest,
  mayDescribeNetwork,
  type NetworkDescription,
  type NetworkRequest,
  themeGroups,
  themes,
} from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { changeDescription } from './commands.ts'
import { countMembersIn, countTextsIn } from './queries.ts'

const most = { themes: 10, name: 200, summary: 4000, objective: 500, reason: 2000 }

const describedForm = z.object({
  seen: z.string(),
  name: z
    .record(z.string(), z.string().trim().max(most.name))
    .refine((names) => Object.values(names).some(Boolean), says('ui.form.missing')),
  summary: typedText({ max: most.summary }),
  objectives: z
    .array(z.object({ was: z.string().default(''), text: typedText({ max: most.objective }) }))
    .default([]),
  countries: codesInput(isCountry),
  languages: codesInput(isLanguageTag),
  themes: chosenAmong(themes).refine(
    (chosen) => chosen.length <= most.themes,
    says('registry.group.error.themes'),
  ),
  hidesTexts: z.string().optional(),
  reason: z.string().trim().max(most.reason).default(''),
})
type Described = z.output<typeof describedForm>

/** The form in which chair and coordinators say what their group is: names, presentation, objectives, countries, languages. */
export function addDescriptionForm(pages: Pages): void {
  addNetworkForm(pages, '/:language/:network/group/edit', {
    open: loadDescriptionRequest,
    title: 'registry.group.edit.title',
    lead: 'registry.group.edit.lead',
    path: '/group/edit',
    back: ({ reader, network }) => ({
      href: paths.group(reader, network.slug),
      label: reader.t('registry.group.title'),
    }),
    submit: 'registry.group.edit.save',
    lists: ['objectives'],
    values: ({ network }) => valuesOf(network),
    schema: describedForm,
    fields: (visit, form) => <DescriptionFields visit={visit} form={form} />,
    save: async (visit, typed, _, values) => {
      const { application, writing, reader, network } = visit
      const errors = await descriptionErrors(visit, typed)
      if (errors.length > 0) return errors
      let isMet = false
      const change = (before: NetworkDescription) => {
        isMet = versionOf(before) !== typed.seen
        return isMet ? before : descriptionAfter(before, typed)
      }
      const { reason } = typed
      await changeDescription(writing, application.textOwners, network, { change, hidesTexts: true, reason })
      return isMet
        ? { status: 409, values: (now) => ({ ...values, seen: versionOf(now.network) }) }
        : paths.group(reader, network.slug)
    },
  })
}

async function loadDescriptionRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  const { context, network } = loaded
  return mayDescribeNetwork(context.actor, network.id) ? loaded : notFound(network.slug)
}

// What the form was drawn from: two editors meet when it has changed since.
function versionOf(description: NetworkDescription): string {
  const fields = describedFields.map((field) => description[field])
  return createHash('sha256').update(JSON.stringify(fields)).digest('base64url').slice(0, 16)
}

function valuesOf(network: NetworkDescription): FormValues {
  const { name, summary, objectives, countries, languages, themes: chosen } = network
  return Object.assign(
    { seen: versionOf(network), countries, languages, themes: chosen },
    ...Object.entries(name).map(([language, text]) => ({ [`name.${language}`]: text })),
    textValues('summary', summary),
    ...objectives.map((text, index) => ({
      [partMark('objectives', index)]: '',
      [`objectives.${index}.was`]: String(index),
      ...textValues(`objectives.${index}.text`, text),
    })),
  )
}

function descriptionAfter(before: NetworkDescription, typed: Described): NetworkDescription {
  const names = Object.entries({ ...before.name, ...typed.name })
  return {
    name: Object.fromEntries(names.filter(([language, text]) => isLanguageTag(language) && text !== '')),
    summary: mergeLocalizedText(before.summary, typed.summary),
    objectives: typed.objectives
      .map(({ was, text }) => mergeLocalizedText(before.objectives[Number(was || Number.NaN)] ?? {}, text))
      .filter((objective) => Object.keys(objective).length > 0),
    countries: typed.countries,
    languages: typed.languages,
    themes: typed.themes,
  }
}

/** The errors that only the group’s members and texts tell: a country or a language that something still needs. */
async function descriptionErrors(
  { writing, network, reader }: NetworkRequest,
  typed: Described,
): Promise<FieldError[]> {
  const goneCountries = network.countries.filter((country) => !typed.countries.includes(country))
  const goneLanguages = network.languages.filter((language) => !typed.languages.includes(language))
  const [members, texts] = await Promise.all([
    countMembersIn(writing, network.id, goneCountries),
    typed.hidesTexts ? [] : countTextsIn(writing, network.id, goneLanguages),
  ])
  const count = texts.reduce((sum, each) => sum + each.count, 0)
  return [
    ...(members > 0
      ? [{ field: 'countries', message: () => reader.t('registry.group.error.members', { count: members }) }]
      : []),
    ...(count > 0
      ? [{ field: 'languages', message: () => reader.t('registry.group.error.texts', { count }) }]
      : []),
    ...(typed.languages.some((language) => typed.name[language] || network.name[language])
      ? []
      : [fieldError('name', 'registry.group.error.name')]),
  ]
}

function DescriptionFields({ visit, form }: { visit: NetworkRequest; form: FormState }) {
  const { reader, network } = visit
  const { t } = reader
  const { languages } = network
  const asksAboutTexts =
    form.errors.some(({ field }) => field === 'languages') || typedValue(form.values, 'hidesTexts') !== ''
  const spoken = network.countries.map(languageOf)
  return (
    <>
      {form.isMet ? (
        <Notice kind="warning" live>
          <p>{t('registry.group.edit.met')}</p>
        </Notice>
      ) : null}
      <UsualSubmit value="save" />
      <input type="hidden" name="seen" value={typedValue(form.values, 'seen')} />
      <FieldGroup name="name" label={t('registry.group.edit.name')} required>
        {languageOptions(reader, languages).map(({ value: language, label }) => (
          <Field key={language} name={`name.${language}`} label={label} isPart>
            {(control) => (
              <input
                {...control}
                type="text"
                value={typedValue(form.values, `name.${language}`)}
                lang={language}
                dir={directionOf(language)}
                autocomplete="off"
              />
            )}
          </Field>
        ))}
      </FieldGroup>
      <LocalizedField
        name="summary"
        label={t('registry.group.edit.summary')}
        hint={t('registry.group.edit.summaryHint')}
        languages={languages}
        text={network.summary}
        max={most.summary}
        rows={4}
      />
      <RepeatedParts
        name="objectives"
        label={t('registry.group.objectives')}
        titleOf={(index) => t('registry.group.edit.objective', { number: index + 1 })}
        addLabel={t('registry.group.edit.addObjective')}
        isOrdered
      >
        {(prefix) => {
          const was = typedValue(form.values, `${prefix}.was`)
          return (
            <>
              <input type="hidden" name={`${prefix}.was`} value={was} />
              <LocalizedField
                name={`${prefix}.text`}
                label={t('registry.group.edit.words')}
                languages={languages}
                text={network.objectives[Number(was || Number.NaN)] ?? {}}
                max={most.objective}
                rows={2}
              />
            </>
          )
        }}
      </RepeatedParts>
      <CodesField
        name="countries"
        label={t('registry.group.edit.countries')}
        hint={t('registry.group.edit.countriesHint')}
        options={countryOptions(reader, network.countries)}
        usual={network.countries}
        addLabel={t('registry.group.edit.addCountry')}
        required
      />
      <CodesField
        name="languages"
        label={t('registry.group.edit.languages')}
        hint={t('registry.group.edit.languagesHint')}
        options={spokenLanguages(reader, languages.filter(isLanguageTag))}
        usual={[...languages, ...spoken, ...interfaceLanguages]}
        addLabel={t('registry.group.edit.addLanguage')}
        required
      />
      <ThemePicker
        name="themes"
        label={t('registry.group.edit.themes')}
        hint={t('registry.group.edit.themesHint')}
        groups={themeGroups(reader)}
      />
      {asksAboutTexts ? (
        <Choice
          name="hidesTexts"
          option={{ value: 'on', label: t('registry.group.edit.hidesTexts') }}
          type="checkbox"
          isChosen={typedValue(form.values, 'hidesTexts') !== ''}
        />
      ) : null}
      <Field
        name="reason"
        label={t('registry.group.edit.reason')}
        hint={t('registry.group.edit.reasonHint')}
      />
    </>
  )
}
