import { z } from 'zod'
import { says, typedValue } from '../../../platform/input/form.ts'
import { optionalWebAddress } from '../../../platform/input/text-input.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { languageOptions } from '../../../ui/form/language-options.ts'
import { RepeatedParts } from '../../../ui/form/repeated-parts.tsx'
import { LanguageTag } from '../../../ui/text/text-tags.tsx'
import { type EventCall, eventPart } from './forms/event-part.tsx'
import { type EventResource, longestResource, mostResources } from './resources.schema.ts'

/** Documents to read for an event, one after another. */
export const resourcesForm = eventPart({
  key: 'resources',
  title: 'agenda.event.resources',
  lead: 'agenda.form.resourcesLead',
  lists: ['resources'],
  words: ({ document }) => document.resources.map(({ label }) => label).join(', '),
  values: ({ document }) =>
    Object.assign(
      {},
      ...document.resources.map(({ label, language, url }, index) => ({
        [`resources.${index}.label`]: label,
        [`resources.${index}.language`]: language,
        [`resources.${index}.url`]: url ?? '',
      })),
    ),
  schema: () =>
    z.object({
      resources: z
        .array(
          z.object({
            label: z
              .string()
              .trim()
              .min(1, { error: says('agenda.error.resourceLabel') })
              .max(longestResource),
            language: z.string().regex(/^[a-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/),
            // What old minutes have for a link that was never filled in.
            url: z.preprocess((typed) => (typed === '#' ? '' : typed), optionalWebAddress),
          }),
        )
        .max(mostResources)
        .default([]),
    }),
  write: ({ document }, { resources }) => ({ ...document, resources }),
  form: (call, shown) => {
    const { reader } = call
    const { t } = reader
    return (
      <RepeatedParts
        name="resources"
        label={t('agenda.event.resources')}
        titleOf={(index) => t('agenda.form.resource', { number: index + 1 })}
        addLabel={t('agenda.form.addResource')}
        isOrdered
      >
        {(prefix) => (
          <>
            <Field name={`${prefix}.label`} label={t('agenda.form.resourceLabel')} required />
            <ChoiceField
              name={`${prefix}.language`}
              label={t('agenda.form.resourceLanguage')}
              options={languageOptions(reader, languagesOf(call))}
              chosen={[typedValue(shown.values, `${prefix}.language`) || reader.language]}
              isFolded
              required
            />
            <Field
              name={`${prefix}.url`}
              type="url"
              label={t('agenda.form.resourceUrl')}
              hint={t('agenda.form.resourceUrlHint')}
            />
          </>
        )}
      </RepeatedParts>
    )
  },
})

function languagesOf({ network, document }: EventCall): string[] {
  return [...new Set([...network.languages, 'en', ...document.resources.map(({ language }) => language)])]
}

/** Documents to read for an event, each in its language; one without an address is named all the same. */
export function ResourceLinks({ resources }: { resources: readonly EventResource[] }) {
  return (
    <ul class="plain-list">
      {resources.map(({ label, language, url }, index) => (
        <li key={index}>
          {url === null ? (
            <span lang={language}>{label}</span>
          ) : (
            <a href={url} rel="noopener nofollow" lang={language} hreflang={language}>
              {label}
            </a>
          )}
          <LanguageTag language={language} />
        </li>
      ))}
    </ul>
  )
}
