/** "advanced-health-and-care" → "Advanced health and care": sets carry no name of their own. */
export function setName(zone: string): string {
  const plain = zone.replace(/[-_]+/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
