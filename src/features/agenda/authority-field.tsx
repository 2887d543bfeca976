import { chooseName, type LocalizedName } from '../../platform/i18n/localized-text.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { useFilled } from '../../ui/form/filled.tsx'
import { useReader } from '../../ui/reader.tsx'
import { shortNames } from '../directory/index.ts'

interface AuthorityFieldProps {
  /** Those for which the reader speaks. */
  authorities: readonly { id: string; name: LocalizedName; shortName: LocalizedName }[]
}

/** A choice of the authority to ask or commit for, sent as `authority`. It is preselected where the reader speaks for one alone. */
export function AuthorityField({ authorities }: AuthorityFieldProps) {
  const reader = useReader()
  const { value } = useFilled('authority')
  const [only, ...others] = authorities
  const usual = only && others.length === 0 ? only.id : ''
  return (
    <ChoiceField
      name="authority"
      label={reader.t('agenda.seats.authority')}
      options={authorities.map((each) => ({
        value: each.id,
        label: chooseName(shortNames(each), reader.language).text,
      }))}
      chosen={[value || usual]}
      required
    />
  )
}
