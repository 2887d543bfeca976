import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit, withStatus } from '../../../../platform/http/visit.ts'
import { type FormValues, readForm, readValues } from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { Refusal } from '../../../../platform/refusals/refusal.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { type ExpectationRequest, readAskerRequest } from '../call.ts'
import { changeExpectation } from '../commands.ts'
import { type Expectation, isClosed } from '../expectation.ts'
import { changedExpectationForm } from '../making/schema.ts'
import { paths } from '../paths.ts'
import { sentDigest } from '../sent-digest.ts'
import { EditPage } from './views/edit-page.tsx'

/** An expectation is worded anew, or in another language, by the asker or the secretariat. */
export function addEditingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/expectations/:slug/edit'
  pages.get(place, readOpenRequest, (asked) => {
    const values = valuesOf(asked.expectation)
    return show(asked, { values, errors: [] })
  })
  pages.post(place, readOpenRequest, async (asked) => {
    const { request, reply, writing, reader, network, expectation } = asked
    const form = readForm(changedExpectationForm(writing.today, expectation), readValues(request.body))
    if (!form.valid) return show(asked, form)
    if (!(await changeExpectation(writing, expectation, form.data))) {
      // Sent once more it is meant: the form now knows what stands, and shows it.
      const again = await readOpenRequest(asked)
      const values = { ...form.values, seen: sentDigest(again.expectation) }
      return show(withStatus(again, 409), { values, errors: [] }, true)
    }
    return reply.redirect(paths.after(reader, network.slug, expectation.slug, 'changed'), 303)
  })
}

async function readOpenRequest(visit: Visit): Promise<ExpectationRequest> {
  const asked = await readAskerRequest(visit)
  if (isClosed(asked.expectation)) throw new Refusal('taken')
  return asked
}

function show(asked: ExpectationRequest, shown: Shown, isMet = false): FastifyReply {
  const { reader, network, expectation } = asked
  return drawNetworkPage(asked, {
    status: shown.errors.length > 0 ? 422 : 200,
    title: reader.t('partners.expectation.edit'),
    description: reader.t('partners.expectation.editLead'),
    path: `/expectations/${expectation.slug}/edit`,
    noindex: true,
    children: <EditPage network={network} expectation={expectation} shown={shown} isMet={isMet} />,
  })
}

function valuesOf(expectation: Expectation): FormValues {
  const { themes, form, deadline, confidentiality } = expectation
  return { themes, form, deadline: deadline ?? '', confidentiality, seen: sentDigest(expectation) }
}
