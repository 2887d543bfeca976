import type { TextOwner } from '../../../platform/translation/text-owner.ts'
import { replaceNetworkText } from './commands.ts'
import { listNetworkTexts } from './queries.ts'

/** The texts of networks, for translators. */
export const networkTexts: TextOwner = {
  kind: 'network',
  label: 'networks.text.network',
  fieldLabel: (path) => {
    if (path === 'summary') return 'networks.text.summary'
    return path.startsWith('objectives.') ? 'networks.text.objective' : 'networks.text.landmark'
  },
  listTexts: listNetworkTexts,
  replaceText: replaceNetworkText,
}
