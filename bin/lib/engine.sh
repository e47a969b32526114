# shellcheck shell=bash
# A container engine, and an image of Keycloak for it, where tests run Keycloak in a container. Needs lib.sh.

ENGINE_RUN=$ROOT/.run/engine

engine_answers() { have docker && timeout 20 docker info >/dev/null 2>&1; }

# Starts the engine of this machine, if it is not running; it keeps what it has in its usual place.
start_engine() {
    ! engine_answers || return 0
    ((EUID == 0)) || die "No container engine answers: start it (systemctl start docker), or see docker info"
    have dockerd || install "A container engine" docker.io
    say "Starting the container engine"
    mkdir -p "$ENGINE_RUN"
    # Its rules for packets are for networks of its own, which tests do not use; not every machine has them.
    setsid dockerd --iptables=false >"$ENGINE_RUN/log" 2>&1 </dev/null &
    echo $! >"$ENGINE_RUN/pid"
    local i
    for ((i = 0; i < 60; i++)); do
        ! engine_answers || return 0
        kill -0 "$(<"$ENGINE_RUN/pid")" 2>/dev/null || break
        sleep 1
    done
    tail -n 20 "$ENGINE_RUN/log" >&2
    stop_engine
    return 1
}

# Stops the engine, if it was started here.
stop_engine() {
    [[ -f $ENGINE_RUN/pid ]] || return 0
    local pid i
    pid=$(<"$ENGINE_RUN/pid")
    rm -f "$ENGINE_RUN/pid"
    [[ $(ps -o comm= -p "$pid" 2>/dev/null) == dockerd ]] || return 0
    kill -TERM "$pid" 2>/dev/null || return 0
    for ((i = 0; i < 300; i++)); do
        kill -0 "$pid" 2>/dev/null || return 0
        sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
}

# Sees to it that there is a container engine.
require_engine() {
    start_engine || die "A container engine could not be started"
    # What watches over containers of Testcontainers is an image that not everybody can fetch; what is left is removed here.
    export TESTCONTAINERS_RYUK_DISABLED=true
    # Nor can everybody fetch the image in which it looks beforehand whether directories can be shared; a test whose directory
    # is not there fails by itself, and two minutes earlier.
    export TESTCONTAINERS_CHECKS_DISABLE=true
    [[ ! -e /.dockerenv ]] || export TESTCONTAINERS_HOST_OVERRIDE=localhost
    local left
    left=$(docker ps --all --quiet --filter "label=agreements.tests=$ROOT")
    # shellcheck disable=SC2086 # one word for each container
    [[ -z $left ]] || docker rm --force $left >/dev/null
}

# prepare_image NAME VERSION: sees to it that the engine has this image of Keycloak: the official one where it can be fetched,
# otherwise one that is made here of Debian and Keycloak's distribution, for tests, never to be given away.
prepare_image() {
    local name=$1 version=$2
    ! docker image inspect "$name" >/dev/null 2>&1 || return 0
    say "Fetching $name"
    ! timeout 600 docker pull --quiet "$name" >/dev/null 2>&1 || return 0
    say "It cannot be fetched: making a stand-in of Debian and Keycloak's distribution (some minutes, once)"
    make_image "$name" "$version"
}

# make_image NAME VERSION
make_image() (
    local name=$1 version=$2 context suite mirror
    ((EUID == 0)) || die "$name cannot be fetched, and only root can make a stand-in"
    have debootstrap || install "debootstrap, which makes the stand-in" debootstrap
    context=$(mktemp -d)
    trap 'rm -rf --one-file-system "$context"' EXIT
    suite=$(. /etc/os-release && [[ $ID == debian ]] && printf '%s' "${VERSION_CODENAME:-}") || suite=
    suite=${suite:-bookworm}
    # From where this machine has its packages.
    # shellcheck disable=SC2016 # names of apt's
    mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' 2>/dev/null |
        awk -v suite="$suite" '$2 == suite { print $1; exit }')
    debootstrap --variant=minbase --include=default-jre-headless,ca-certificates "$suite" "$context/system" ${mirror:+"$mirror"} \
        >"$context/log" 2>&1 || {
        tail -n 20 "$context/log" >&2
        die "debootstrap failed"
    }
    rm -rf "$context"/system/var/cache/apt/* "$context"/system/var/lib/apt/lists/*
    tar -C "$context/system" --one-file-system -cf "$context/system.tar" .
    rm -rf --one-file-system "$context/system"
    maven --quiet -N dependency:unpack -Dartifact="org.keycloak:keycloak-quarkus-dist:$version:zip" -DoutputDirectory="$context"
    chmod +x "$context/keycloak-$version"/bin/*.sh
    cat >"$context/Containerfile" <<END
FROM scratch
ADD system.tar /
COPY --chown=1000:0 keycloak-$version /opt/keycloak
ENV KC_RUN_IN_CONTAINER=true LANG=C.UTF-8
USER 1000
EXPOSE 8080 8443 9000
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
END
    # The builder that comes with the engine: the newer one is a program of its own, and not everywhere.
    DOCKER_BUILDKIT=0 docker build --quiet --network none --file "$context/Containerfile" --tag "$name" "$context" >/dev/null ||
        die "the stand-in could not be built"
)
