# shellcheck shell=bash
# What the commands of bin/ share. Needs bash and nothing else to begin with.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
MINIMUM_JAVA=17
MINIMUM_NODE=18.18
HEADLESS_CHROMIUM=chromium-headless-shell

# Names of files and texts are in UTF-8, whatever a bare machine is set to.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac

say() { printf '==> %s\n' "$*"; }

# Where 1 says something else already, a command has another FAILURE.
die() {
    printf 'error: %s\n' "$*" >&2
    exit "${FAILURE:-1}"
}

have() { command -v "$1" >/dev/null 2>&1; }

# What the archive of a release says of itself; not there where the project is built.
RELEASE=$ROOT/release.properties

is_release() { [[ -f $RELEASE ]]; }

# release_property NAME: what the archive of a release says of itself.
release_property() {
    local line
    while IFS= read -r line; do
        if [[ ${line%%=*} == "$1" ]]; then
            printf '%s\n' "${line#*=}"
            return
        fi
    done <"$RELEASE"
    die "release.properties has no $1"
}

keycloak_version() {
    if is_release; then
        release_property keycloak.version
    else
        pom_property keycloak.version
    fi
}

# The value of a property of the parent pom.
pom_property() {
    local line
    while IFS= read -r line; do
        if [[ $line =~ \<$1\>([^<]*)\</$1\> ]]; then
            printf '%s\n' "${BASH_REMATCH[1]}"
            return
        fi
    done <"$ROOT/pom.xml"
    die "pom.xml has no property $1"
}

# Runs a command as root, if that is possible without a question.
as_root() {
    if ((EUID == 0)); then
        "$@"
    else
        sudo -n "$@"
    fi
}

may_install() {
    have apt-get && { ((EUID == 0)) || { have sudo && sudo -n true 2>/dev/null; }; }
}

# install WHAT PACKAGE...: installs Debian packages, or says what to install.
install() {
    local what=$1
    shift
    may_install || die "$what is missing. On Debian or Ubuntu: sudo apt-get install $*"
    say "Installing $what ($*); this may take a minute"
    as_root apt-get update -qq >/dev/null || die "apt-get update failed"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
        die "$what could not be installed: apt-get install $*"
}

# java_release JAVA_HOME: the number of a JDK's release, or nothing if there is no JDK.
java_release() {
    [[ -x $1/bin/javac && -x $1/bin/java ]] || return 0
    local version
    version=$("$1/bin/javac" -version 2>&1)
    [[ $version =~ javac\ ([0-9]+) ]] && printf '%s\n' "${BASH_REMATCH[1]}"
    return 0
}

# Prints the home of a JDK that is new enough: JAVA_HOME, the one on the path, or one under /usr/lib/jvm.
find_jdk() {
    local candidates=() candidate release javac
    [[ -n ${JAVA_HOME:-} ]] && candidates+=("$JAVA_HOME")
    if javac=$(command -v javac); then
        javac=$(readlink -f "$javac")
        candidates+=("${javac%/bin/javac}")
    fi
    candidates+=(/usr/lib/jvm/*)
    for candidate in "${candidates[@]}"; do
        release=$(java_release "$candidate")
        if [[ -n $release ]] && ((release >= MINIMUM_JAVA)); then
            printf '%s\n' "$candidate"
            return
        fi
    done
    return 1
}

# Sees to it that JAVA_HOME is a JDK.
require_jdk() {
    local home
    if ! home=$(find_jdk); then
        local package=openjdk-17-jdk-headless
        if may_install && as_root apt-get update -qq >/dev/null && [[ -z $(apt-cache madison "$package" 2>/dev/null) ]]; then
            package=default-jdk-headless
        fi
        install "A JDK of release $MINIMUM_JAVA or later" "$package"
        home=$(find_jdk) || die "No JDK of release $MINIMUM_JAVA or later is found, not even after installing $package"
    fi
    export JAVA_HOME=$home
    export PATH=$JAVA_HOME/bin:$PATH
}

# Whether Node.js is there, new enough, and npm with it.
have_node() {
    local version
    have node && have npm && version=$(node --version) &&
        printf '%s\n' "$MINIMUM_NODE" "${version#v}" | sort --check=quiet --version-sort
}

# Sees to it that the views of the admin console can be built.
require_node() {
    have_node || install "Node.js $MINIMUM_NODE or later with npm" nodejs npm
    have_node || die "Node.js $MINIMUM_NODE or later with npm is not found, not even after installing nodejs and npm"
}

find_chromium() {
    local name
    for name in "${CHROMIUM:-}" "$HEADLESS_CHROMIUM" chromium chromium-browser google-chrome google-chrome-stable; do
        if [[ -n $name ]] && have "$name"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# Whether any font with Chinese characters is there: without one, pictures of pages show boxes.
have_chinese_font() {
    if have fc-list; then
        [[ -n $(fc-list :lang=zh-cn family) ]]
    else
        [[ -d /usr/share/fonts/opentype/noto ]]
    fi
}

# The browser without windows, to which a page costs a third of what it costs the whole one; few distributions have it.
install_headless_chromium() {
    [[ -z ${CHROMIUM:-} ]] && ! have "$HEADLESS_CHROMIUM" && may_install || return 0
    as_root apt-get update -qq >/dev/null || return 0
    [[ -n $(apt-cache madison "$HEADLESS_CHROMIUM" 2>/dev/null) ]] || return 0
    install "Chromium without windows" "$HEADLESS_CHROMIUM" fonts-noto-cjk
}

# Sees to it that there is a browser, with fonts for Chinese pages.
require_chromium() {
    find_chromium >/dev/null || install "Chromium" chromium fonts-noto-cjk
    CHROMIUM=$(find_chromium) || die "Chromium is not found: name the program in the variable CHROMIUM"
    export CHROMIUM
    have_chinese_font || install "A font for Chinese" fonts-noto-cjk
}

# find_server_program NAME: where a program is that Debian keeps out of the path of people.
find_server_program() {
    PATH=$PATH:/usr/sbin:/usr/local/sbin command -v "$1"
}

have_mariadb() {
    find_server_program mariadbd >/dev/null && find_server_program mariadb-install-db >/dev/null &&
        have my_print_defaults
}

# Sees to it that the programs of a MariaDB server are there; nothing of it is started as a service.
require_mariadb() {
    have_mariadb || install "MariaDB" mariadb-server-core mariadb-client-core
    have_mariadb || die "MariaDB is not found, not even after installing it"
}

# Where Debian puts the source of Go's libraries.
GO_LIBRARIES=/usr/share/gocode

have_go() {
    have go && [[ -d ${GOPATH:-$GO_LIBRARIES}/src/golang.org/x/mod/sumdb/note ]]
}

# Sees to it that Go can check logs by its own libraries, which this project did not write.
require_go() {
    have_go || install "Go with its module golang.org/x/mod" golang-go golang-golang-x-mod-dev
    have_go || die "Go with the source of golang.org/x/mod below GOPATH is not found, not even after installing it"
}

# Sees to it that a release can be signed.
require_gpg() {
    have gpg || install "GnuPG" gnupg
    have gpg || die "gpg is not found, not even after installing it"
}

# Sees to it that there is an authority for time stamps.
require_openssl() {
    have openssl || install "OpenSSL" openssl
    have openssl || die "OpenSSL is not found, not even after installing it"
}

# maven ARGUMENT...: the project's own Maven, on the whole project.
maven() {
    # A build is over before thorough compilation of the build's own code pays.
    (cd "$ROOT" && MAVEN_OPTS=${MAVEN_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC} ./mvnw --batch-mode --no-transfer-progress "$@")
}

local_repository() { printf '%s\n' "${HOME:-/root}/.m2/repository"; }

# announce_downloads [KEYCLOAK]: says what a first build has to fetch.
announce_downloads() {
    local repository keycloak
    repository=$(local_repository)
    keycloak=${1:-$(pom_property keycloak.version)}
    [[ -d $repository/org/keycloak/keycloak-server-spi ]] ||
        say "Fetching Maven and what the build needs (some minutes, once)"
    [[ -d $ROOT/themes/node_modules ]] ||
        say "Fetching what the views of the admin console are built with (about 30 MB, once)"
    [[ -f $repository/org/keycloak/keycloak-quarkus-dist/$keycloak/keycloak-quarkus-dist-$keycloak.zip ]] ||
        say "Fetching Keycloak $keycloak (about 180 MB, once)"
}
