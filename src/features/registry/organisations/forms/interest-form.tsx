import { z } from 'zod'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { inFormerOrder } from '../../../../platform/records/former-order.ts'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { ThemePicker } from '../../../../ui/form/theme-picker.tsx'
import { themeGroups, themes } from '../../../networks/index.ts'
import { severalOf } from '../../several.ts'
import { shareOf, withShare } from '../document/schema.ts'
import { type OrganisationCall, organisationPart } from './organisation-part.ts'

export const longestInterest = 1500

/** What an organisation seeks and offers in this group; null if every field is empty. */
export const interestForm = organisationPart({
  key: 'interest',
  title: 'registry.form.interest',
  lead: 'registry.form.interestLead',
  words: (call) => {
    const interest = interestOf(call)
    if (interest === null) return ''
    const { reader } = call
    return [
      chooseText(interest.seeks, reader.language)?.text ?? '',
      chooseText(interest.offers, reader.language)?.text ?? '',
      interest.themes.map((theme) => reader.t(`networks.theme.${theme}`)).join(', '),
    ]
      .filter(Boolean)
      .join(' · ')
  },
  values: (call) => ({ themes: interestOf(call)?.themes ?? [] }),
  schema: (call) =>
    z.object({
      seeks: localizedText({ max: longestInterest, previous: interestOf(call)?.seeks ?? {} }),
      offers: localizedText({ max: longestInterest, previous: interestOf(call)?.offers ?? {} }),
      themes: severalOf(themes),
    }),
  write: (call, { seeks, offers, themes: chosen }) => {
    const before = interestOf(call)
    const isEmpty = Object.keys(seeks).length === 0 && Object.keys(offers).length === 0 && chosen.length === 0
    const sorted = inFormerOrder(before?.themes ?? [], chosen)
    const knownOn = before?.knownOn ?? call.context.today
    return withShare(call.document, call.network.id, {
      interest: isEmpty ? null : { seeks, offers, themes: sorted, knownOn },
    })
  },
  form: (call) => {
    const { reader, network } = call
    const text = (name: 'seeks' | 'offers', label: string, hint: string) => (
      <LocalizedField
        name={name}
        label={label}
        hint={hint}
        languages={network.languages}
        text={interestOf(call)?.[name] ?? {}}
        max={longestInterest}
        rows={4}
      />
    )
    return (
      <>
        {text('seeks', reader.t('registry.form.seeks'), reader.t('registry.form.seeksHint'))}
        {text('offers', reader.t('registry.form.offers'), reader.t('registry.form.offersHint'))}
        <ThemePicker
          name="themes"
          label={reader.t('registry.cooperation.themes')}
          groups={themeGroups(reader)}
        />
      </>
    )
  },
})

function interestOf({ document, network }: OrganisationCall) {
  return shareOf(document, network.id).interest
}
