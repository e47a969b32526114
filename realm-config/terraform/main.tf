# A realm with agreements, kept by Terraform: settings here, agreements and their texts by bin/apply at the end. What Terraform is
# not told of a realm it sets back with every apply; docs/configuration.md says what that is. Nothing of this product's is left out.

terraform {
  required_version = ">= 1.5"
  required_providers {
    keycloak = {
      source  = "keycloak/keycloak"
      version = "~> 5.5"
    }
  }
}

# Where, and who signs in: KEYCLOAK_URL, KEYCLOAK_CLIENT_ID, KEYCLOAK_CLIENT_SECRET.
provider "keycloak" {}

variable "server" {
  description = "Address of the server, as bin/apply reaches it"
  type        = string
  default     = "https://id.example.org"
}

resource "keycloak_realm" "shop" {
  realm                         = "shop"
  enabled                       = true
  terraform_deletion_protection = true

  registration_allowed = true
  login_theme          = "agreements"
  admin_theme          = "agreements"
  account_theme        = "agreements"

  # Half an hour to read.
  access_code_lifespan_login              = "30m0s"
  access_code_lifespan_user_action        = "30m0s"
  action_token_generated_by_user_lifespan = "5m0s"

  internationalization {
    supported_locales = ["en", "zh-Hans"]
    default_locale    = "en"
  }

  # Whoever adds one elsewhere loses it here: these are all there are.
  attributes = {
    "agreements.timeZone"                = "Asia/Shanghai"
    "agreements.contact"                 = "service@example.org"
    "agreements.connection"              = "truncated"
    "agreements.connection.days"         = "180"
    "agreements.deletion.coolingOffDays" = "7"
  }
}

# The registration flow with the step "Agreements"; Keycloak's own cannot be edited.
resource "keycloak_authentication_flow" "registration" {
  realm_id    = keycloak_realm.shop.id
  alias       = "registration-with-agreements"
  provider_id = "basic-flow"
}

resource "keycloak_authentication_subflow" "form" {
  realm_id          = keycloak_realm.shop.id
  parent_flow_alias = keycloak_authentication_flow.registration.alias
  alias             = "registration-with-agreements form"
  provider_id       = "form-flow"
  authenticator     = "registration-page-form"
  requirement       = "REQUIRED"
  priority          = 10
}

resource "keycloak_authentication_execution" "registration" {
  for_each = {
    "registration-user-creation"   = 10
    "registration-password-action" = 20
    "registration-agreements"      = 30
  }
  realm_id          = keycloak_realm.shop.id
  parent_flow_alias = keycloak_authentication_subflow.form.alias
  authenticator     = each.key
  requirement       = "REQUIRED"
  priority          = each.value
}

resource "keycloak_authentication_bindings" "shop" {
  realm_id          = keycloak_realm.shop.id
  registration_flow = keycloak_authentication_flow.registration.alias
  depends_on        = [keycloak_authentication_execution.registration]
}

# They are in every realm from the start, enabled; here so that they stay.
resource "keycloak_required_action" "agreements" {
  for_each = {
    "agreement-acceptance"       = "Accept agreements"
    "agreement-account-deletion" = "Delete account after a cooling-off time"
    "agreement-restriction"      = "Read why the account is restricted"
  }
  realm_id = keycloak_realm.shop.id
  alias    = each.key
  name     = each.value
  enabled  = true
}

resource "keycloak_realm_events" "shop" {
  realm_id         = keycloak_realm.shop.id
  events_enabled   = true
  events_listeners = ["jboss-logging", "agreements"]
}

# No tokens to clients whose user owes an agreement.
resource "keycloak_realm_client_policy_profile" "agreements" {
  realm_id = keycloak_realm.shop.id
  name     = "agreements-accepted"

  executor {
    name = "agreements-accepted"
  }
}

resource "keycloak_realm_client_policy_profile_policy" "agreements" {
  realm_id = keycloak_realm.shop.id
  name     = "agreements"
  profiles = [keycloak_realm_client_policy_profile.agreements.name]

  condition {
    name = "any-client"
  }
}

# Agreements, versions and texts are the realm's evidence, and no resource of Terraform: what is published never changes.
resource "terraform_data" "agreements" {
  triggers_replace = [
    for file in sort(fileset("${path.module}/shop", "agreements/**")) : filesha256("${path.module}/shop/${file}")
  ]

  provisioner "local-exec" {
    # The secret is in KEYCLOAK_CLIENT_SECRET.
    command = "bin/apply ${path.module}/shop --realm ${keycloak_realm.shop.realm} --server ${var.server} --client terraform"
  }

  depends_on = [keycloak_authentication_bindings.shop, keycloak_required_action.agreements]
}
