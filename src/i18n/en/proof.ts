export const proof = {
  'proof.verdict':
    '{count, plural, =0 {This page and its workers have made <k>0</k> requests to other addresses.} one {This page and its workers have made <k>1</k> request to another address.} other {This page and its workers have made <k>#</k> requests to other addresses.}}',
  'proof.lead':
    'Files, tables and answers stay in this browser. That is not a promise to be taken on trust: the browser enforces it, and you can check it here. The workers that read and compute count their own requests and tell this page; of other tabs with this program too.',

  'proof.own': 'to this address',
  'proof.own.note': 'the program itself, as files',
  'proof.foreign': 'to other addresses',
  'proof.foreign.note': 'of this page and its workers, since they began',
  'proof.blocked': 'stopped by the browser',
  'proof.blocked.note': 'attempts that never left',
  'proof.storage': 'kept in this browser',
  'proof.storage.size': '{megabytes, number, integer} MB',
  'proof.storage.note': 'your workspace and the stored program',

  'proof.try': 'Try to break out',
  'proof.try.lead':
    'The button does what code that wanted to send your data away would have to do: it contacts another address, {address}.',
  'proof.try.button': 'Contact another address',
  'proof.try.busy': 'Trying',
  'proof.try.blocked': 'The browser refused before anything left, because of the rule {directive}.',
  'proof.try.not-blocked':
    'Nothing stopped the attempt: this page is open without its policy, as in development. Do not use it with real data.',

  'proof.record': 'Keep a record',
  'proof.record.lead':
    'A file for whoever has to answer for it: the policy in force, the hashes of every file of this program, requests counted by thread, versions, the time, and sizes and hashes of your tables, without a name or a value. Its name holds its SHA-256, so that a later change shows.',
  'proof.record.button': 'Save the record',
  'proof.record.busy': 'Making the record',
  'proof.record.hash': 'Saved. SHA-256 of the file:',

  'proof.requests': 'Requests of this page and its workers',
  'proof.requests.count': '{requests, plural, one {# request} other {# requests}}',
  'proof.requests.own': 'this one',

  'proof.policy': 'The policy in force',
  'proof.policy.lead':
    'It is part of the page, and the browser reads it before any of our code runs. No code can loosen it afterwards.',
  'proof.policy.missing':
    'This page carries no policy of its own; development builds rely on the headers of the server. The built page carries it.',
  'proof.policy.header.yes': 'The server sends it as a header as well, which also covers the workers.',
  'proof.policy.header.no':
    'The server does not send it as a header. The page itself is covered; the workers are from the second visit on.',
  'proof.policy.rule': 'Rule',
  'proof.policy.allows': 'Allows',
  'proof.policy.means': 'What it means',
  'proof.policy.default-src': 'Whatever is not named below is forbidden.',
  'proof.policy.script-src': 'Code comes from this address only. Text never becomes code; WebAssembly may run.',
  'proof.policy.worker-src': 'Workers come from this address only.',
  'proof.policy.connect-src': 'Code can talk to this address only: no other server, no socket, no beacon.',
  'proof.policy.img-src': 'Images come from this address or are made in the page.',
  'proof.policy.style-src': 'Styles come from this address or from the page.',
  'proof.policy.font-src': 'Fonts come from this address only.',
  'proof.policy.manifest-src': 'The file that lets you install the page comes from this address.',
  'proof.policy.base-uri': 'Nothing can redirect the page’s relative addresses.',
  'proof.policy.form-action': 'No form can send anything anywhere.',
  'proof.policy.frame-ancestors': 'No other page can show this one inside itself.',
  'proof.policy.other': 'A rule that the host of this page adds.',

  'proof.yourself': 'Check it yourself',
  'proof.yourself.devtools':
    'Open the developer tools (F12), go to Network, reload, bring a file in and ask a question. Every request shows this address.',
  'proof.yourself.offline':
    'Cut the network: aeroplane mode, or “Offline” in the same panel. Reload. Everything goes on working.',
  'proof.yourself.storage':
    'Under Application, look at Storage: the workspace is there, in this browser. “Forget everything” in the settings removes it.',
  'proof.limits': 'What this cannot cover',
  'proof.limits.text':
    'The browser itself, its extensions and the operating system stand above every page and can read what you see. What you export is a file like any other. Opening another page, or a direct connection between browsers, is beyond what a policy can forbid: the program contains neither, and a test of every build says so.',
} as const;
