export function compareExpected() {}
