import { z } from 'zod'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import { type FieldError, fieldError, typedValue } from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { FieldGroup } from '../../../../ui/form/field-group.tsx'
import { languageOptions } from '../../../../ui/form/language-options.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { codeSchemesOf, isCodeOf } from './code-fields.tsx'
import type { OrganisationCall } from './organisation-part.ts'

export const longestName = 200

/** Names by language, as typed: `name.fr`, `name.ko`. */
export const typedNames = z.record(z.string(), z.string().trim().max(longestName)).default({})

/** The names of the languages that the form shows, with those it does not show, and the unchanged ones, as they were. */
export function namesAfter(before: LocalizedName, typed: LocalizedName, languages: string[]): LocalizedName {
  const kept = Object.entries(before).filter(([language]) => !languages.includes(language))
  const given = languages.flatMap((language): [string, string][] => {
    const name = asTyped(typed[language] ?? '')
    if (name === '') return []
    const former = before[language] ?? ''
    return [[language, asTyped(former) === name ? former : name]]
  })
  return Object.fromEntries([...kept, ...given])
}

function asTyped(name: string): string {
  return name.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

interface NameFieldsProps {
  call: Pick<OrganisationCall, 'reader' | 'network'>
  shown: Shown
  name: 'name' | 'short'
  label: string
  hint: string
  required?: boolean
}

/** A name in each language of the network, the reader's own first. */
export function NameFields({
  call: { reader, network },
  shown,
  name,
  label,
  hint,
  required,
}: NameFieldsProps) {
  const own = (language: string) => Number(language === reader.language)
  return (
    <FieldGroup name={name} label={label} hint={hint} required={required ?? false} class="localized">
      <div class="localized-columns">
        {network.languages
          .toSorted((a, b) => own(b) - own(a))
          .map((language) => (
            <Field
              key={language}
              name={`${name}.${language}`}
              label={capitalized(languageInWords(reader, language), reader.interfaceLanguage)}
              isPart
            >
              {(control) => (
                <input
                  {...control}
                  type="text"
                  lang={language}
                  value={typedValue(shown.values, `${name}.${language}`)}
                  autocomplete="off"
                />
              )}
            </Field>
          ))}
      </div>
    </FieldGroup>
  )
}

/** The names that were made here, and are in no source. */
export function MachineNames({ call: { reader, network } }: Pick<NameFieldsProps, 'call'>) {
  return (
    <ChoiceField
      name="machine"
      label={reader.t('registry.form.machineNames')}
      hint={reader.t('registry.form.machineNamesHint')}
      options={languageOptions(reader, network.languages)}
      multiple
    />
  )
}

/** The errors of typed codes. */
export function codeErrors(country: string, typed: Record<string, string>): FieldError[] {
  return codeSchemesOf(country).flatMap((scheme) => {
    const code = typed[scheme] ?? ''
    if (code === '' || isCodeOf(scheme, code)) return []
    return [{ field: `codes.${scheme}`, message: (t) => t(`registry.form.codeWrong.${scheme}`) }]
  })
}

/** The codes as typed; those of other kinds stay. */
export function codesAfter(
  country: string,
  before: Record<string, string>,
  typed: Record<string, string>,
): Record<string, string> {
  const schemes: readonly string[] = codeSchemesOf(country)
  const kept = Object.entries(before).filter(([scheme]) => !schemes.includes(scheme))
  const given = schemes.flatMap((scheme): [string, string][] =>
    typed[scheme] ? [[scheme, typed[scheme]]] : [],
  )
  return Object.fromEntries([...kept, ...given])
}

/** A name in one language at least. */
export function nameErrors(names: LocalizedName): FieldError[] {
  return Object.keys(names).length === 0 ? [fieldError('name', 'registry.form.nameMissing')] : []
}
