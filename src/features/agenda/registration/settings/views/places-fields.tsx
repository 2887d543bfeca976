import { typedValue } from '../../../../../platform/input/form.ts'
import { errorOf } from '../../../../../platform/records/record-part.ts'
import { Field } from '../../../../../ui/form/field.tsx'
import { countryWords } from '../../views/terms-facts.tsx'
import type { TermsPageProps } from './terms-page.tsx'

/** How many places there are, in all and by country. */
export function PlacesFields({ reader, countries, shown }: TermsPageProps) {
  const { t } = reader
  return (
    <>
      <Field
        reader={reader}
        name="places"
        type="number"
        label={t('agenda.registration.placesInAll')}
        hint={t('agenda.registration.placesHint')}
        value={typedValue(shown.values, 'places')}
        error={errorOf(reader, shown, 'places')}
      />
      <div class="minutes-hours">
        {countries.map((country) => (
          <Field
            key={country}
            reader={reader}
            name={`countryPlaces.${country}`}
            type="number"
            label={t('agenda.registration.placesOf', { country: countryWords(reader, country) })}
            value={typedValue(shown.values, `countryPlaces.${country}`)}
            error={errorOf(reader, shown, `countryPlaces.${country}`)}
          />
        ))}
      </div>
    </>
  )
}
