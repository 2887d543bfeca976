import en from './en.json' with { type: 'json' }
import fr from './fr.json' with { type: 'json' }
import ko from './ko.json' with { type: 'json' }

export const mailMessages = { fr, ko, en }
