import { Field } from '../../../../../ui/form/field.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { countryWords } from '../../views/terms-facts.tsx'
import type { TermsPageProps } from './terms-page.tsx'

/** How many places there are, in all and by country. */
export function PlacesFields({ countries }: TermsPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <Field
        name="places"
        type="number"
        label={t('agenda.registration.placesInAll')}
        hint={t('agenda.registration.placesHint')}
      />
      <div class="minutes-hours">
        {countries.map((country) => (
          <Field
            key={country}
            name={`countryPlaces.${country}`}
            type="number"
            label={t('agenda.registration.placesOf', { country: countryWords(reader, country) })}
          />
        ))}
      </div>
    </>
  )
}
