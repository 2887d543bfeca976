import type { ComponentChildren } from 'preact'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'
import { useFilled } from '../../../ui/form/filled.tsx'
import { Picker, type PickerOption } from '../../../ui/form/picker.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { countryName, ownLanguageOf } from '../country-name.ts'
import { kindName } from '../kind-name.ts'
import { shortNames } from '../organisation.ts'
import { directoryPath } from '../paths.ts'
import type { Picked } from '../picking/picked.ts'
import type { OrganisationRecord, OrganisationsAmong } from '../queries.ts'
import { validityWords } from './succession-words.ts'

interface OrganisationPickerProps {
  /** `parties.0` sends `parties.0.name`, `.id` and `.for`: what `readChoices` reads. */
  name: string
  label: ComponentChildren
  /** The typed text; empty for a value of the record, since the name of the picked organisation is shown then. */
  typed?: string
  picked: Picked
  among?: Pick<OrganisationsAmong, 'country' | 'kind'>
  hint?: ComponentChildren
  error?: string | undefined
  required?: boolean
  /** One of several inputs of which a person fills in one. */
  isPart?: boolean
  /** The address of the form that adds an organisation the directory lacks. */
  addByHand?: string
}

/** Picks an organisation of the directory, in a form that works without a script. */
export function OrganisationPicker({ picked, typed, among, addByHand, ...field }: OrganisationPickerProps) {
  const reader = useReader()
  const filled = useFilled(`${field.name}.name`)
  const chosen = picked.state === 'chosen' ? pickerOption(reader, picked.organisation) : null
  const candidates = picked.state === 'ask' ? picked.candidates : []
  return (
    <Picker
      {...field}
      hint={field.hint ?? reader.t('directory.picker.hint')}
      typed={(typed ?? filled.value) || (chosen?.name ?? '')}
      chosen={chosen}
      candidates={candidates.map((candidate) => pickerOption(reader, candidate))}
      suggestions={addressFor(reader, `${directoryPath}/suggestions`, { ...among })}
      otherwise={
        addByHand && (picked.state === 'none' || picked.state === 'ask') ? (
          <a href={addByHand}>{reader.t('directory.picker.byHand')}</a>
        ) : null
      }
    />
  )
}

/** An organisation as a list of suggestions shows it: with its kind, what it lies in, its country, and when it ended. */
export function pickerOption(reader: Reader, record: OrganisationRecord): PickerOption {
  const { text, language } = chooseName(record.name, reader.language)
  const ownLanguage = ownLanguageOf(record.country)
  const own = ownLanguage === undefined ? undefined : record.name[ownLanguage]
  const parent = record.parent ? chooseName(shortNames(record.parent), reader.language).text : ''
  const place = [parent, countryName(reader, record.country)].filter(Boolean).join(', ')
  const validity = record.validUntil === null ? '' : validityWords(reader, record)
  return {
    id: record.id,
    name: text,
    language,
    own: own && ownLanguage && own !== text ? { text: own, language: ownLanguage } : null,
    details: [kindName(reader, record.kind), place, validity].filter(Boolean).join(' · '),
  }
}
