/** The template of a receipt's page, which lies in proof/. */
declare module "agreements/receipt-page" {
  const template: string;
  export default template;
}
