export const demo = {
  'demo.label': 'Demonstration',
  'demo.back': 'Back',
  'demo.forward': 'Next',
  'demo.return': 'Back to this step',
  'demo.end': 'End',
  'demo.data.title': 'An online shop, and nothing leaves this tab',
  'demo.data.text.opening':
    'Twelve tables are being made on this machine: two years of orders, messages, service and costs. Because they are simulated, the true answers are known.',
  'demo.data.text':
    'Twelve tables have been made on this machine: two years of orders, messages, service and costs. Because they were simulated, the true answers are known.',
  'demo.overview.title': 'How is the shop doing?',
  'demo.overview.text':
    'Revenue, customers, the average order and what moves it. Complete counts say “counted”; what is estimated carries its interval.',
  'demo.customers.title': 'Who are the customers?',
  'demo.customers.text':
    'Recency, frequency and money sort them into segments. The flow shows who cooled and who came back in three months.',
  'demo.value.title': 'What will they still bring?',
  'demo.value.text':
    'A model of buying and leaving, fitted in this tab to all orders before service came in. Every forecast has its interval, and the checks say how far to trust it.',
  'demo.experiment.title': 'Does the AI recommender work?',
  'demo.experiment.text':
    'A random half of the customers had it. The difference to the other half is what it did, no more and no less.',
  'demo.return.title': 'And does it pay?',
  'demo.return.text':
    'The margin it gained, less all it has cost. The bars show where the return comes from and how sure each part is.',
  'demo.discount.title': 'The discount that only looked profitable',
  'demo.discount.text':
    'It went to customers who were about to buy. A plain before and after celebrates it; against the holdout nothing is left but its cost.',
  'demo.truth.title': 'Were the numbers right?',
  'demo.truth.text': 'Reveal the truth: each estimate stands beside the value that went into the simulation.',
} as const;
