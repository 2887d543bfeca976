import { typedValue } from '../../../../platform/input/form.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { useForm } from '../../../../ui/form/filled.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'

/** How the person is addressed in each language: free words, with the usual ones proposed. */
export function SalutationFields({ languages }: { languages: readonly string[] }) {
  const reader = useReader()
  const { values } = useForm()
  return (
    <>
      {languages.map((language) => {
        const name = `salutation.${language}`
        const proposals = usual[language] ?? []
        return (
          <Field
            key={language}
            name={name}
            label={reader.t('contacts.field.salutationIn', { language: languageInWords(reader, language) })}
          >
            {(control) => (
              <>
                <input
                  {...control}
                  type="text"
                  value={typedValue(values, name)}
                  lang={language}
                  maxlength={80}
                  autocomplete="off"
                  list={proposals.length > 0 ? `${control.id}-usual` : undefined}
                />
                {proposals.length > 0 ? (
                  <datalist id={`${control.id}-usual`}>
                    {proposals.map((proposal) => (
                      <option key={proposal} value={proposal} />
                    ))}
                  </datalist>
                ) : null}
              </>
            )}
          </Field>
        )
      })}
    </>
  )
}

const usual: Readonly<Record<string, readonly string[]>> = {
  fr: [
    'Madame la Maire',
    'Monsieur le Maire',
    'Madame la Présidente',
    'Monsieur le Président',
    'Madame l’Adjointe au maire',
    'Monsieur l’Adjoint au maire',
    'Madame la Conseillère',
    'Monsieur le Conseiller',
    'Madame la Directrice',
    'Monsieur le Directeur',
    'Madame',
    'Monsieur',
  ],
  ko: [
    '시장님',
    '군수님',
    '구청장님',
    '도지사님',
    '부시장님',
    '의장님',
    '국장님',
    '과장님',
    '팀장님',
    '주무관님',
    '참사관님',
    '주재관님',
  ],
  en: ['Mayor', 'Deputy Mayor', 'President', 'Governor', 'Director', 'Ms', 'Mr'],
}
