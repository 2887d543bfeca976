import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { type FormState, typedValue } from '../../../platform/input/form.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { addNetworkForm } from '../../directory/picking/index.ts'
import { changeExpectation, sentDigest } from './commands.ts'
import { isClosed } from './expectation.ts'
import { changedExpectationForm } from './making/schema.ts'
import { TextFields } from './making/text-fields.tsx'
import { paths } from './paths.ts'
import { type ExpectationRequest, loadAskerRequest } from './request.ts'

/** The asker or the secretariat words an expectation again, or in another language. */
export function addEditingRoutes(app: FastifyInstance, application: Application): void {
  addNetworkForm(pagesOf(app, application, noStore), '/:language/:network/expectations/:slug/edit', {
    open: loadOpenRequest,
    title: 'partners.expectation.edit',
    lead: 'partners.expectation.editLead',
    path: ({ expectation }) => `/expectations/${expectation.slug}/edit`,
    back: ({ reader, network, expectation }) => ({
      href: paths.one(reader, network.slug, expectation.slug),
      label: <Passage text={expectation.title} as="span" tags={false} />,
    }),
    submit: 'partners.expectation.save',
    schema: ({ writing, expectation }) => changedExpectationForm(writing.today, expectation),
    values: ({ expectation }) => {
      const { themes, form, deadline, confidentiality } = expectation
      return { themes, form, deadline: deadline ?? '', confidentiality, seen: sentDigest(expectation) }
    },
    fields: (visit, form) => <EditFields visit={visit} form={form} />,
    save: async ({ writing, reader, network, expectation }, typed, _choices, values) =>
      (await changeExpectation(writing, expectation, typed))
        ? paths.after(reader, network.slug, expectation.slug, 'changed')
        : { status: 409, values: (now) => ({ ...values, seen: sentDigest(now.expectation) }) },
  })
}

async function loadOpenRequest(visit: Visit): Promise<ExpectationRequest> {
  const loaded = await loadAskerRequest(visit)
  if (isClosed(loaded.expectation)) throw new Refusal('taken')
  return loaded
}

function EditFields({ visit: { reader, network, expectation }, form }: EditFieldsProps) {
  const { title, text } = expectation
  return (
    <>
      {form.isMet ? (
        <Notice kind="warning" live>
          <p>{reader.t('partners.error.textChanged')}</p>
          <p>
            <strong>
              <Passage text={title} as="span" />
            </strong>
          </p>
          <Passage text={text} as="div" class="as-written" />
        </Notice>
      ) : null}
      <input type="hidden" name="seen" value={typedValue(form.values, 'seen')} />
      <TextFields languages={network.languages} title={title} text={text} />
    </>
  )
}

interface EditFieldsProps {
  visit: ExpectationRequest
  form: FormState
}
