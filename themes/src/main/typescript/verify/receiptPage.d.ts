/** Templates of pages, which lie in proof/. */
declare module "agreements/receipt-page" {
  const template: string;
  export default template;
}
declare module "agreements/version-page" {
  const template: string;
  export default template;
}
declare module "agreements/wording-page" {
  const template: string;
  export default template;
}
