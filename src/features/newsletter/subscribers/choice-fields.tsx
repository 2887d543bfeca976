import { isInterfaceLanguage, languageNames } from '../../../platform/i18n/languages.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { typedValue, typedValues } from '../../../platform/input/form.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { useForm } from '../../../ui/form/filled.tsx'
import { ThemePicker } from '../../../ui/form/theme-picker.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { countryOptions, shortNames } from '../../directory/index.ts'
import { type Network, themeGroups } from '../../networks/index.ts'
import type { Offer } from './request.ts'
import { frequencies } from './subscription.ts'

interface ChoiceFieldsProps {
  network: Pick<Network, 'countries'>
  offer: Offer
  /** Countries by time zone, from which the browser guesses if the page cannot. */
  zones?: Record<string, string> | null
}

/** The choices of a reader: language, country, frequency and themes. */
export function ChoiceFields({ network, offer, zones = null }: ChoiceFieldsProps) {
  const reader = useReader()
  const { values } = useForm()
  const { t } = reader
  // These choices are long, above all on a phone, and most readers skip them.
  const isConcerned =
    typedValue(values, 'frequency') === 'concerns' ||
    typedValue(values, 'organisation') !== '' ||
    typedValues(values, 'themes').some(Boolean)
  const collator = new Intl.Collator(reader.interfaceLanguage)
  return (
    <>
      <ChoiceField
        name="language"
        label={t('newsletter.subscribers.language')}
        options={offer.languages
          .filter(isInterfaceLanguage)
          .map((value) => ({ value, label: languageNames[value] }))}
        required
      />
      <div data-part={zones ? 'country' : undefined} data-zones={zones ? JSON.stringify(zones) : undefined}>
        <ChoiceField
          name="country"
          label={t('newsletter.subscribers.country')}
          hint={t('newsletter.subscribers.countryHint')}
          options={countryOptions(reader, network.countries)}
          isFolded
          required
        />
      </div>
      <ChoiceField
        name="frequency"
        label={t('newsletter.subscribers.frequency')}
        options={frequencies.map((value) => ({
          value,
          label: t(`newsletter.subscribers.frequency.${value}`),
          hint: t(`newsletter.subscribers.frequencyHint.${value}`),
        }))}
        required
      />
      <details class="field folded-field" open={isConcerned}>
        <summary>{t('newsletter.subscribers.concerns')}</summary>
        <ChoiceField
          name="organisation"
          label={t('newsletter.subscribers.authority')}
          hint={t('newsletter.subscribers.authorityHint')}
          options={[
            { value: '', label: t('newsletter.subscribers.noAuthority') },
            ...offer.authorities
              .map((each) => ({
                value: each.id,
                label: chooseName(shortNames(each), reader.language).text,
              }))
              .toSorted((a, b) => collator.compare(a.label, b.label)),
          ]}
          isFolded
        />
        <ThemePicker
          name="themes"
          label={t('newsletter.subscribers.themes')}
          hint={t('newsletter.subscribers.themesHint')}
          groups={themeGroups(reader)}
        />
      </details>
    </>
  )
}
