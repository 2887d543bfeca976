import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { dateToType } from '../../../../ui/text/understood-date.ts'
import { paths } from '../../paths.ts'
import type { Post } from '../../posts/queries.ts'
import { postTitle } from '../../posts/views/post-title.ts'

interface VacancyFormProps {
  network: string
  post: Post
  values: FormValues
  errors: FieldError[]
}

/** Says that nobody holds a post, and for when somebody is announced. */
export function VacancyForm({ network, post, values, errors }: VacancyFormProps) {
  const reader = useReader()
  const { t } = reader
  const messages = errors.map((error) => ({ field: error.field, message: error.message(t) }))
  const text = (name: string) => ({
    name,
    value: typedValue(values, name),
    error: messages.find(({ field }) => field === name)?.message,
  })
  return (
    <>
      <FormErrors errors={messages} />
      <PageHeading
        kicker={<a href={paths.post(reader, network, post.id)}>{postTitle(reader, post)}</a>}
        lead={t('contacts.vacancy.lead')}
      >
        {t('contacts.action.vacancy')}
      </PageHeading>
      {post.isHeld ? (
        <Notice kind="warning">
          <p>{t('contacts.vacancy.leaves')}</p>
        </Notice>
      ) : null}
      <Form action={paths.step(reader, network, post.id, 'vacancy')} form={{ values, errors }}>
        <DateField {...text('since')} label={t('contacts.field.vacantSince')} />
        <DateField {...text('announcedFor')} label={t('contacts.field.announcedFor')} />
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('contacts.action.save')}
          </button>
        </p>
      </Form>
    </>
  )
}

/** What the form shows before anybody has typed. */
export function vacancyValues(reader: Reader, { vacantSince, announcedFor }: Post): FormValues {
  return {
    since: vacantSince === null ? '' : dateToType(reader, vacantSince, null),
    announcedFor: announcedFor === null ? '' : dateToType(reader, announcedFor, null),
  }
}
