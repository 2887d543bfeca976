import type { z } from 'zod'
import type { Pages } from '../../../platform/http/visit.ts'
import { addFormPage, type FormPage, type FormPlace } from '../../../ui/form/form-page.tsx'
import { drawNetworkPage, type NetworkRequest } from '../../networks/index.ts'
import { type Choices, choiceErrors, readChoices } from './picked.ts'

const inNetwork: FormPlace<NetworkRequest, Choices> = {
  send: drawNetworkPage,
  goOn: ({ reply }, address) => reply.redirect(address, 303),
  pick: async ({ writing }, values, names) => {
    const choices = await readChoices(writing, values, names)
    return { choices, errors: choiceErrors(choices) }
  },
}

/** Adds a form page to a network; its pickers pick organisations of the directory. */
export function addNetworkForm<V extends NetworkRequest, S extends z.ZodType>(
  pages: Pages,
  address: string,
  form: FormPage<V, S, Choices>,
): void {
  addFormPage(inNetwork, pages, address, form)
}
