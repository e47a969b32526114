/** Stands where a view would, if its words did not come; so these are none of them. */
export function Unspoken() {
  return (
    <p role="alert" lang="en" dir="ltr">
      The words of this page could not be loaded. Load the page anew.
    </p>
  );
}
