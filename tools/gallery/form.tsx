import { ErrorContent } from '../../src/ui/blocks/error-content.tsx'
import { PrintButton } from '../../src/ui/blocks/print-button.tsx'
import { Field } from '../../src/ui/form/field.tsx'
import { FormErrors } from '../../src/ui/form/form-errors.tsx'
import { SearchForm } from '../../src/ui/form/search-form.tsx'
import { Section } from '../../src/ui/text/headings.tsx'
import type { Gallery } from './frame.tsx'

/** A form that came back with something to correct. */
export function FormSample({ pick }: Gallery) {
  const error = pick([
    'Saisissez une adresse, par exemple nom@ville.fr',
    '전자우편 주소를 입력해 주십시오. 예: name@city.go.kr',
    'Enter an address, for example name@city.org',
  ])
  return (
    <Section id="form" title={pick(['Formulaire', '양식', 'Form'])}>
      <FormErrors errors={[{ field: 'email', message: error }]} />
      <form>
        <Field
          name="email"
          type="email"
          required
          label={pick(['Adresse électronique', '전자우편', 'E-mail address'])}
          hint={pick([
            'Celle de votre service.',
            '소속 기관의 주소를 적어 주십시오.',
            'That of your office.',
          ])}
          error={error}
          autocomplete="email"
          value="nom@"
        />
        <Field name="phone" type="tel" label={pick(['Téléphone', '전화', 'Telephone'])} />
        <Field name="note" label={pick(['Message', '내용', 'Message'])}>
          {(control) => <textarea {...control} rows={4} />}
        </Field>
        <p class="actions">
          <button type="submit" class="button primary">
            {pick(['Proposer la date', '날짜 제안', 'Propose the date'])}
          </button>
          <PrintButton />
        </p>
      </form>
      <SearchForm action="list" id="page-search" value="밀양" />
    </Section>
  )
}

/** The page at an address where there is nothing. */
export function ErrorSample({ pick }: Gallery) {
  return (
    <ErrorContent
      title={pick([
        'Cette page n’existe pas, ou plus',
        '페이지를 찾을 수 없습니다',
        'This page does not exist, or no longer',
      ])}
      message={pick([
        'L’adresse est peut-être incomplète.',
        '주소가 잘못되었을 수 있습니다.',
        'The address may be incomplete.',
      ])}
      reference="018f-5c"
      links={[{ label: pick(['Retour à l’accueil', '홈으로', 'Back to the home page']), href: '#home' }]}
    />
  )
}
