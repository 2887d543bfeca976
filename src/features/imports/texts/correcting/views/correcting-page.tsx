import type { ComponentChildren } from 'preact'
import type { FormState } from '../../../../../platform/input/form.ts'
import { SourcePassage } from '../../../../../ui/evidence/source-passage.tsx'
import { FormFields } from '../../../../../ui/form/filled.tsx'
import { ErrorList } from '../../../../../ui/form/form.tsx'
import { UsualSubmit } from '../../../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { paths } from '../../../paths.ts'
import type { Compared } from '../../comparison/compared.ts'
import type { ImportedText } from '../../queries.ts'
import { OpeningHeading } from '../../views/opening-heading.tsx'
import type { QuotedSentence } from '../call.ts'

interface CorrectingPageProps {
  network: string
  text: ImportedText
  compared: Compared
  title: string
  /** What the fact is about. */
  said: string
  quote: QuotedSentence
  /** The fields of the tie's own form, filled in with the fact. */
  fields: ComponentChildren
  form: FormState
}

/** A fact beside its sentence, in the form in which people write the same. */
export function CorrectingPage(props: CorrectingPageProps) {
  const reader = useReader()
  const { network, text, compared, quote, form } = props
  const { t } = reader
  const { fact, tie, match } = compared
  const back = `${paths.text(reader, network, text.id)}#f-${fact.id}`
  return (
    <>
      <OpeningHeading
        kicker={<a href={back}>{text.title}</a>}
        lead={
          <p>
            <strong>{props.said}</strong>
            {' · '}
            {t('imports.text.correct.lead')}
          </p>
        }
        hasErrors={form.errors.length > 0}
      >
        {props.title}
      </OpeningHeading>
      <SourcePassage language={text.language ?? 'fr'} {...quote} source={text.title} href={back} />
      <form method="post" action={paths.fact(reader, network, text.id, fact.id)} class="form" novalidate>
        <UsualSubmit value="save" />
        <ErrorList form={form} />
        <FormFields form={form}>{props.fields}</FormFields>
        {match === null && tie?.value.part === 'tie' ? (
          <label class="tie-listing">
            <input type="checkbox" name="ofTie.beside" value="1" checked={tie.value.isBeside} />{' '}
            {t('imports.text.act.besideList')}
          </label>
        ) : null}
        <p class="form-actions">
          <button type="submit" class="button primary">
            {t('imports.text.correct.save')}
          </button>
          <a href={back}>{t('imports.text.source.cancel')}</a>
        </p>
      </form>
    </>
  )
}
